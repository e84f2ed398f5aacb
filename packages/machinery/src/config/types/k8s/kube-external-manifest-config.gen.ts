// Generated from model/k8s/kube-external-manifest-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { URLText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Applies Kubernetes manifests from a URL to the cluster.
 * Objects that do not exist are created; existing ones are left alone until `upgrade-k8s` brings them up to date.
 */
export interface KubeExternalManifestConfig extends DocumentMeta {
	/** Tells the manifests apart: a DNS name in lower case. */
	readonly name?: string;
	/**
	 * HTTP headers to fetch the manifest with.
	 * They are not treated as secrets: redaction leaves them.
	 */
	readonly headers?: Readonly<Record<string, string>>;
	/**
	 * Where the manifest is fetched, `http` or `https`.
	 * It is fetched when a control plane node starts and when the document changes, not when what is behind the URL
	 * changes: put a version into it.
	 */
	readonly url?: URLText;
}

export const kubeExternalManifestConfigSchema: StructSchema = {
	name: 'k8s.KubeExternalManifestConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'headers', type: { of: 'map', value: scalar.string }, omitEmpty: true },
		{ name: 'url', type: scalar.urlText },
	],
};
