import { diskEnvironment } from '../../../cel/environments.ts';
import { celProblem } from '../../../cel/expression.ts';
import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type UnattendedInstallConfig, unattendedInstallConfigSchema } from './unattended-install-config.gen.ts';

/** What a machine installs, and to which disk, when it starts without an installation. */
export const unattendedInstallConfig: DocumentKind<UnattendedInstallConfig> = {
	kind: 'UnattendedInstallConfig',
	schema: unattendedInstallConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate({ installer, provisioning }, problems) {
		if ((installer?.image ?? '') === '') {
			problems.warning(
				['installer'],
				'installer.image is not set, if Talos is not booted from asset built by Image Factory, installation will fail',
			);
		}
		const match = provisioning?.diskSelector?.match ?? '';
		if (match === '') return problems.error(['provisioning', 'diskSelector'], 'provisioning.volumeSelector.match is required');
		const problem = celProblem(match, diskEnvironment, 'bool');
		if (problem === undefined) return;
		problems.error(['provisioning', 'diskSelector', 'match'], `provisioning.volumeSelector.match: ${problem}`);
	},
	conflicts(_, root: RootConfig, problems) {
		if (root.machine?.install === undefined) return;
		problems.error([], 'UnattendedInstallConfig config is incompatible with v1alpha1 config (.machine.install)');
	},
};
