import type { ConfigValue, DocumentKind } from '../../document.ts';
import type { FreeForm } from '../scalars.gen.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type KubeEtcdEncryptionConfig, kubeEtcdEncryptionConfigSchema } from './kube-etcd-encryption-config.gen.ts';

/** How kube-apiserver encrypts what it keeps in etcd: the body of an EncryptionConfiguration. */
export const kubeEtcdEncryptionConfig: DocumentKind<KubeEtcdEncryptionConfig> = {
	kind: 'KubeEtcdEncryptionConfig',
	schema: kubeEtcdEncryptionConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	validate({ config = {} }, problems) {
		if (Object.keys(config).length === 0) problems.error(['config'], 'etcd encryption config is required');
	},
	conflicts(_document, { cluster }: RootConfig, problems) {
		if (!cluster?.secretboxEncryptionSecret && !cluster?.aescbcEncryptionSecret) return;
		problems.error([], 'etcd encryption config is already set in v1alpha1 config');
	},
	redact(document, replacement) {
		return document.config ? { ...document, config: redactSecrets(document.config, replacement) } : document;
	},
};

/** Every key named `secret` holds one, however deep. A list in a list is not looked into, as upstream does not. */
function redactSecrets(config: FreeForm, replacement: string): FreeForm {
	const redacted: Record<string, ConfigValue | undefined> = Object.create(null);
	for (const [key, value] of Object.entries(config)) redacted[key] = key === 'secret' ? replacement : redactValue(value, replacement);
	return redacted;
}

function redactValue(value: ConfigValue | undefined, replacement: string): ConfigValue | undefined {
	if (isList(value)) return value.map((item) => (isMapping(item) ? redactSecrets(item, replacement) : item));
	return isMapping(value) ? redactSecrets(value, replacement) : value;
}

function isList(value: ConfigValue | undefined): value is readonly ConfigValue[] {
	return Array.isArray(value);
}

function isMapping(value: ConfigValue | undefined): value is FreeForm {
	return typeof value === 'object' && value !== null && !isList(value) && !('opaque' in value);
}
