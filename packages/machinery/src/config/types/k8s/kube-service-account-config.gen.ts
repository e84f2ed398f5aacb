// Generated from model/k8s/kube-service-account-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { URLText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * How tokens of Kubernetes service accounts are signed, and which are believed.
 * Takes the place of `cluster.serviceAccount`; with both, the configuration is refused. All control plane nodes need the
 * same value.
 */
export interface KubeServiceAccountConfig extends DocumentMeta {
	/** Key and name that new tokens are signed with. */
	readonly issuer?: ServiceAccountIssuer;
	/** What is believed besides. */
	readonly accepted?: ServiceAccountAccepted;
}

/** Signing of service account tokens. */
export interface ServiceAccountIssuer {
	/**
	 * RSA or ECDSA key as PEM that tokens are signed with.
	 * Tokens are checked with it too. Keep the old public key in `accepted.publicKeys` while replacing it.
	 */
	readonly privateKey?: string;
	/**
	 * URL that stands in tokens as their issuer.
	 * Others who check tokens fetch the keys below this URL. Generated configurations have the cluster's endpoint.
	 */
	readonly issuerURL?: URLText;
}

/** Service account tokens that are believed besides new ones. */
export interface ServiceAccountAccepted {
	/** Public keys as PEM whose signatures are believed. */
	readonly publicKeys?: readonly string[];
	/** Issuers whose tokens are believed. */
	readonly issuers?: readonly URLText[];
	/** Audiences that tokens must be meant for; absent, the issuer's URL. */
	readonly audiences?: readonly string[];
}

export const serviceAccountIssuerSchema: StructSchema = {
	name: 'k8s.IssuerServiceAccountConfig',
	fields: [
		{ name: 'privateKey', type: scalar.string, secret: true },
		{ name: 'issuerURL', type: scalar.urlText },
	],
};

export const serviceAccountAcceptedSchema: StructSchema = {
	name: 'k8s.AcceptedServiceAccountConfig',
	fields: [
		{ name: 'publicKeys', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'issuers', type: { of: 'list', item: scalar.urlText }, omitEmpty: true },
		{ name: 'audiences', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const kubeServiceAccountConfigSchema: StructSchema = {
	name: 'k8s.KubeServiceAccountConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'issuer', type: { of: 'struct', struct: serviceAccountIssuerSchema } },
		{ name: 'accepted', type: { of: 'struct', struct: serviceAccountAcceptedSchema }, omitEmpty: true },
	],
};
