// Generated from model/security/image-verification-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Decides which container images may be pulled, by their signatures.
 * Without a matching rule an image is pulled as ever.
 */
export interface ImageVerificationConfig extends DocumentMeta {
	/**
	 * What is asked of which images; the first rule that matches an image counts.
	 * Patches merge by `image`: a rule for the same pattern replaces the one before, others are appended.
	 */
	readonly rules?: readonly ImageVerificationRule[];
}

/** One rule: a pattern of images, and exactly one answer. */
export interface ImageVerificationRule {
	/**
	 * Pattern that an image's registry and repository must match, `*` for any part.
	 * Tags and digests are not looked at.
	 */
	readonly image?: string;
	/**
	 * Pulls matching images without looking at signatures.
	 * @default false
	 */
	readonly skip?: boolean;
	/**
	 * Refuses to pull matching images.
	 * @default false
	 */
	readonly deny?: boolean;
	/** Asks for a signature by an identity that an OpenID provider vouches for. */
	readonly keyless?: ImageKeylessVerifier;
	/** Asks for a signature that a given certificate verifies. */
	readonly publicKey?: ImagePublicKeyVerifier;
}

/**
 * The identity that must have signed an image with cosign.
 * Either `subject` or `subjectRegex` is needed.
 */
export interface ImageKeylessVerifier {
	/** URL of the OpenID provider that vouches for the signer. */
	readonly issuer?: string;
	/** The signer's identity, an e-mail address or a URI, letter by letter. */
	readonly subject?: string;
	/**
	 * Regular expression for the signer's identity.
	 * Anchor it and escape dots, or identities that merely contain the text pass too.
	 */
	readonly subjectRegex?: string;
}

/** The certificate that must verify an image's signature. */
export interface ImagePublicKeyVerifier {
	/** The certificate as PEM. */
	readonly certificate?: string;
}

export const imageKeylessVerifierSchema: StructSchema = {
	name: 'security.ImageKeylessVerifierV1Alpha1',
	fields: [
		{ name: 'issuer', type: scalar.string, omitEmpty: true },
		{ name: 'subject', type: scalar.string, omitEmpty: true },
		{ name: 'subjectRegex', type: scalar.string, omitEmpty: true },
	],
};

export const imagePublicKeyVerifierSchema: StructSchema = {
	name: 'security.ImagePublicKeyVerifierV1Alpha1',
	fields: [
		{ name: 'certificate', type: scalar.string, omitEmpty: true },
	],
};

export const imageVerificationRuleSchema: StructSchema = {
	name: 'security.ImageVerificationRuleV1Alpha1',
	fields: [
		{ name: 'image', type: scalar.string, omitEmpty: true },
		{ name: 'skip', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'deny', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'keyless', type: { of: 'struct', struct: imageKeylessVerifierSchema }, nullable: true, omitEmpty: true },
		{ name: 'publicKey', type: { of: 'struct', struct: imagePublicKeyVerifierSchema }, nullable: true, omitEmpty: true },
	],
};

export const imageVerificationConfigSchema: StructSchema = {
	name: 'security.ImageVerificationConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'rules', type: { of: 'list', item: { of: 'struct', struct: imageVerificationRuleSchema }, name: 'security.ImageVerificationRules' }, omitEmpty: true },
	],
};
