import type { DocumentKind } from '../../document.ts';
import { type KubeStaticPodConfig, kubeStaticPodConfigSchema } from './kube-static-pod-config.gen.ts';
import { checkManifestName } from './manifest-name.ts';

/** A pod that the kubelet runs by itself, without the API server. */
export const kubeStaticPodConfig: DocumentKind<KubeStaticPodConfig> = {
	kind: 'KubeStaticPodConfig',
	schema: kubeStaticPodConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate({ name, pod = {} }, problems) {
		checkManifestName('static pod', name, problems);
		if (Object.keys(pod).length === 0) problems.error(['pod'], 'static pod spec is required');
	},
};
