import { isRole } from '../../../pki/role.ts';
import type { DocumentKind } from '../../document.ts';
import { quote } from '../../quote.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type KubeTalosAPIAccessConfig, kubeTalosAPIAccessConfigSchema } from './kube-talos-api-access-config.gen.ts';

/** Which pods may use the Talos API, and with which roles. */
export const kubeTalosAPIAccessConfig: DocumentKind<KubeTalosAPIAccessConfig> = {
	kind: 'KubeTalosAPIAccessConfig',
	schema: kubeTalosAPIAccessConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	validate({ allowedRoles = [] }, problems) {
		for (const [index, role] of allowedRoles.entries()) {
			if (isRole(role)) continue;
			problems.error(['allowedRoles', index], `invalid role ${quote(role)} in .allowedRoles`);
		}
	},
	conflicts(_document, root: RootConfig, problems) {
		if (!root.machine?.features?.kubernetesTalosAPIAccess) return;
		problems.error([], '.machine.features.kubernetesTalosAPIAccess is already set in v1alpha1 config');
	},
};
