// Generated from model/security/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const securityDocs: DomainDocs = {
	'security.ImageVerificationConfigV1Alpha1': {
		name: 'ImageVerificationConfig',
		doc: 'Decides which container images may be pulled, by their signatures.\nWithout a matching rule an image is pulled as ever.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'ImageVerificationConfig', rules: [{ image: 'registry.example.org/platform/*', keyless: { issuer: 'https://token.actions.githubusercontent.com', subjectRegex: 'https://github\\.com/example/.*' } }, { image: 'registry.example.org/legacy/*', publicKey: { certificate: '-----BEGIN CERTIFICATE-----\nMIIBiTCCAS6gAwIBAgIULMOUl18APA2uVcjS3XBWCxRHCA4wCgYIKoZIzj0EAwIw\nEjEQMA4GA1UECgwHZXhhbXBsZTAgFw0yNjExMjExMjU3MTFaGA8yMTI2MTAyODEy\nNTcxMVowEjEQMA4GA1UECgwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH\nA0IABNAQZJlOpq2kf4SCHO8Y9/zVhwlxWAnVhOXoST1Rvt7AjH2722mG21OMcP9G\nx++9eDhwlSe0iLDVto4D/pP4nLyjYDBeMB0GA1UdDgQWBBQv+ThkBNEbi+f75+55\n8WbXaX3KzzAfBgNVHSMEGDAWgBQv+ThkBNEbi+f75+558WbXaX3KzzAPBgNVHRMB\nAf8EBTADAQH/MAsGA1UdDwQEAwICBDAKBggqhkjOPQQDAgNJADBGAiEAtgifN6Ud\n3DTV2YrJWSMIkFw5kZB7dWPkgngApBdG8zcCIQD6ZzK59NlshXMlemCPpTkbDKtP\nkeSSVoU97LAkzNMmSw==\n-----END CERTIFICATE-----' } }, { image: 'docker.io/*', deny: true }] } },
		],
		fields: {
			'rules': {
				doc: 'What is asked of which images; the first rule that matches an image counts.\nPatches merge by `image`: a rule for the same pattern replaces the one before, others are appended.',
				type: 'ImageVerificationRule[]',
			},
		},
	},
	'security.ImageVerificationRuleV1Alpha1': {
		name: 'ImageVerificationRule',
		doc: 'One rule: a pattern of images, and exactly one answer.',
		fields: {
			'image': {
				doc: 'Pattern that an image\'s registry and repository must match, `*` for any part.\nTags and digests are not looked at.',
				type: 'string',
				examples: [
					{ value: 'registry.example.org/platform/*' },
					{ value: 'ghcr.io/example/*' },
				],
			},
			'skip': {
				doc: 'Pulls matching images without looking at signatures.',
				type: 'bool',
				default: 'false',
			},
			'deny': {
				doc: 'Refuses to pull matching images.',
				type: 'bool',
				default: 'false',
			},
			'keyless': {
				doc: 'Asks for a signature by an identity that an OpenID provider vouches for.',
				type: 'ImageKeylessVerifier',
			},
			'publicKey': {
				doc: 'Asks for a signature that a given certificate verifies.',
				type: 'ImagePublicKeyVerifier',
			},
		},
	},
	'security.ImageKeylessVerifierV1Alpha1': {
		name: 'ImageKeylessVerifier',
		doc: 'The identity that must have signed an image with cosign.\nEither `subject` or `subjectRegex` is needed.',
		fields: {
			'issuer': {
				doc: 'URL of the OpenID provider that vouches for the signer.',
				type: 'string',
				examples: [
					{ value: 'https://token.actions.githubusercontent.com' },
					{ value: 'https://login.example.org' },
				],
			},
			'subject': {
				doc: 'The signer\'s identity, an e-mail address or a URI, letter by letter.',
				type: 'string',
			},
			'subjectRegex': {
				doc: 'Regular expression for the signer\'s identity.\nAnchor it and escape dots, or identities that merely contain the text pass too.',
				type: 'string',
				examples: [
					{ value: '^https://github\\.com/example/.*$' },
				],
			},
		},
	},
	'security.ImagePublicKeyVerifierV1Alpha1': {
		name: 'ImagePublicKeyVerifier',
		doc: 'The certificate that must verify an image\'s signature.',
		fields: {
			'certificate': {
				doc: 'The certificate as PEM.',
				type: 'string',
			},
		},
	},
	'security.TrustedRootsConfigV1Alpha1': {
		name: 'TrustedRootsConfig',
		doc: 'Adds certificate authorities that the machine trusts.\nThey count for everything that the system itself connects to: registries, discovery, logs, key management servers.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'TrustedRootsConfig', name: 'example-org-root', certificates: '-----BEGIN CERTIFICATE-----\nMIIBiTCCAS6gAwIBAgIULMOUl18APA2uVcjS3XBWCxRHCA4wCgYIKoZIzj0EAwIw\nEjEQMA4GA1UECgwHZXhhbXBsZTAgFw0yNjExMjExMjU3MTFaGA8yMTI2MTAyODEy\nNTcxMVowEjEQMA4GA1UECgwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH\nA0IABNAQZJlOpq2kf4SCHO8Y9/zVhwlxWAnVhOXoST1Rvt7AjH2722mG21OMcP9G\nx++9eDhwlSe0iLDVto4D/pP4nLyjYDBeMB0GA1UdDgQWBBQv+ThkBNEbi+f75+55\n8WbXaX3KzzAfBgNVHSMEGDAWgBQv+ThkBNEbi+f75+558WbXaX3KzzAPBgNVHRMB\nAf8EBTADAQH/MAsGA1UdDwQEAwICBDAKBggqhkjOPQQDAgNJADBGAiEAtgifN6Ud\n3DTV2YrJWSMIkFw5kZB7dWPkgngApBdG8zcCIQD6ZzK59NlshXMlemCPpTkbDKtP\nkeSSVoU97LAkzNMmSw==\n-----END CERTIFICATE-----\n' } },
		],
		fields: {
			'name': {
				doc: 'Tells the documents apart.',
				type: 'string',
			},
			'certificates': {
				doc: 'The certificates as PEM, one after the other.',
				type: 'string',
			},
		},
	},
};
