import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type KubeAdmissionControlConfig, kubeAdmissionControlConfigSchema } from './kube-admission-control-config.gen.ts';

/** The configuration of one admission plugin of kube-apiserver, which is the document's name. */
export const kubeAdmissionControlConfig: DocumentKind<KubeAdmissionControlConfig> = {
	kind: 'KubeAdmissionControlConfig',
	schema: kubeAdmissionControlConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: true,
	validate({ name }, problems) {
		if (!name) problems.error(['name'], 'admission control plugin name is required');
	},
	conflicts(_document, root: RootConfig, problems) {
		if (!root.cluster?.apiServer?.admissionControl?.length) return;
		problems.error([], 'admission control plugin config is already set in v1alpha1 config');
	},
};
