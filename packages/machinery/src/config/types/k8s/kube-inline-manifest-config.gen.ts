// Generated from model/k8s/kube-inline-manifest-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Applies Kubernetes manifests that stand in the configuration to the cluster.
 * Objects that do not exist are created; existing ones are left alone until `upgrade-k8s` brings them up to date. Removing
 * the document does not remove what it created.
 */
export interface KubeInlineManifestConfig extends DocumentMeta {
	/** Tells the manifests apart: a DNS name in lower case. */
	readonly name?: string;
	/**
	 * The manifests as YAML text, several of them separated by `---`.
	 * Not treated as a secret: redaction leaves it.
	 */
	readonly manifest?: string;
}

export const kubeInlineManifestConfigSchema: StructSchema = {
	name: 'k8s.KubeInlineManifestConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'manifest', type: scalar.string },
	],
};
