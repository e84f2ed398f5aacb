import { ImageVerificationRuleSpecSchema } from '@ichor/api/resource/definitions/security';
import { defineResource } from '@ichor/runtime';
import { flag, optional, record, type SpecOf, specCodec, text } from '../spec/index.ts';

const imagePublicKeyVerifierSpec = {
	certificate: text,
};

const imageKeylessVerifierSpec = {
	issuer: text,
	subject: optional(text),
	subjectRegex: optional(text),
};

/** Whose signature the images of a pattern must have; the rules hold in the order of their ids. */
export const ImageVerificationRule = defineResource({
	type: 'ImageVerificationRules.security.talos.dev',
	namespace: 'security',
	printColumns: [
		{ name: 'Pattern', jsonPath: '{.imagePattern}' },
		{ name: 'Skip', jsonPath: '{.skip}' },
		{ name: 'Deny', jsonPath: '{.deny}' },
	],
	codec: specCodec(ImageVerificationRuleSpecSchema, {
		imagePattern: optional(text),
		skip: flag,
		deny: flag,
		keylessVerifier: optional(record(imageKeylessVerifierSpec)),
		publicKeyVerifier: optional(record(imagePublicKeyVerifierSpec)),
	}),
});

export type ImageVerificationRuleSpec = SpecOf<typeof ImageVerificationRule>;
