import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { authorizerTypes } from './authorizer-type.ts';
import { type KubeAuthorizerConfig, kubeAuthorizerConfigSchema } from './kube-authorizer-config.gen.ts';

/** One authorizer of kube-apiserver. They are asked in the order of the documents. */
export const kubeAuthorizerConfig: DocumentKind<KubeAuthorizerConfig> = {
	kind: 'KubeAuthorizerConfig',
	schema: kubeAuthorizerConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: true,
	validate({ name, type = '', webhook = {} }, problems) {
		if (!name) problems.error(['name'], 'authorizer name is required');
		if (type === '') problems.error(['type'], 'authorizer type is required');
		if (!authorizerTypes.includes(type)) {
			problems.error(['type'], `authorizer type ${type} is not allowed, allowed types are [${authorizerTypes.join(' ')}]`);
		}
		const hasWebhook = Object.keys(webhook).length > 0;
		if (type === 'Webhook' && !hasWebhook) {
			problems.error(['webhook'], 'authorizer webhook configuration is required for Webhook authorizer type');
		}
		if (type !== 'Webhook' && hasWebhook) {
			problems.warning(['webhook'], 'authorizer webhook configuration is not allowed non-Webhook authorizer types');
		}
	},
	/** Upstream asks for the admission plugins of the root document, not for its authorizers. */
	conflicts(_document, root: RootConfig, problems) {
		if (!root.cluster?.apiServer?.admissionControl?.length) return;
		problems.error([], 'admission control plugin config is already set in v1alpha1 config');
	},
};
