import type { DocumentKind, Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { checkComponentImage, checkComponentResources } from './component.ts';
import { type KubeAPIServerConfig, kubeAPIServerConfigSchema } from './kube-api-server-config.gen.ts';

/** kube-apiserver: image, arguments, environment, port and certificate names. */
export const kubeAPIServerConfig: DocumentKind<KubeAPIServerConfig> = {
	kind: 'KubeAPIServerConfig',
	schema: kubeAPIServerConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	validate({ image, extraArgs, resources }, problems, options) {
		checkComponentImage('kube-apiserver', image, problems, options);
		checkArguments(Object.keys(extraArgs ?? {}), problems);
		checkComponentResources(resources, problems);
	},
	conflicts(_document, root: RootConfig, problems) {
		if (root.cluster?.apiServer) problems.error([], 'kube-apiserver config is already set in v1alpha1 config (.cluster.apiServer)');
		else if (root.cluster?.controlPlane?.localAPIServerPort) {
			problems.error(['apiPort'], 'kube-apiserver API port is already set in v1alpha1 config (.cluster.controlPlane.localAPIServerPort)');
		}
	},
};

/** What arguments begin with that have documents of their own, with the document to use. In the order of reporting. */
const deniedArguments: readonly (readonly [prefix: string, advice: string])[] = [
	['anonymous-auth', 'use KubeAuthenticationConfig'],
	['authentication-config', 'use KubeAuthenticationConfig'],
	['authorization-config', 'use KubeAuthorizationConfig'],
	['authorization-mode', 'use KubeAuthorizationConfig'],
	['authorization-webhook-', 'use KubeAuthorizationConfig'],
	['oidc-', 'use KubeAuthenticationConfig'],
];

function checkArguments(names: readonly string[], problems: Problems): void {
	for (const [prefix, advice] of deniedArguments) {
		for (const name of names.filter((candidate) => candidate.startsWith(prefix)).sort()) {
			problems.error(['extraArgs', name], `kube-apiserver extra argument ${quote(name)} is not allowed: ${advice}`);
		}
	}
}
