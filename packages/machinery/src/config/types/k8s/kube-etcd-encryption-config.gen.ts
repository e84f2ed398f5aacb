// Generated from model/k8s/kube-etcd-encryption-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Decides how the Kubernetes API server encrypts what it stores in etcd.
 * Takes the place of `cluster.secretboxEncryptionSecret` and `cluster.aescbcEncryptionSecret`; with either, the
 * configuration is refused. All control plane nodes need the same value.
 */
export interface KubeEtcdEncryptionConfig extends DocumentMeta {
	/**
	 * The body of an `EncryptionConfiguration`, without `apiVersion` and `kind`.
	 * The first provider encrypts, all of them decrypt. A key must keep its name as long as data encrypted with it exists:
	 * clusters that come from the root document have `key2` for secretbox and `key1` for AES-CBC.
	 */
	readonly config?: FreeForm;
}

export const kubeEtcdEncryptionConfigSchema: StructSchema = {
	name: 'k8s.KubeEtcdEncryptionConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'config', type: { of: 'any' } },
	],
};
