import { SecurityStateSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { choice, flag, optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** What of the system has been proven at the start. */
export const SecurityState = defineResource({
	type: 'SecurityStates.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'SecureBoot', jsonPath: '{.secureBoot}' },
		{ name: 'UKISigningKeyFingerprint', jsonPath: '{.ukiSigningKeyFingerprint}' },
		{ name: 'PCRSigningKeyFingerprint', jsonPath: '{.pcrSigningKeyFingerprint}' },
		{ name: 'SELinuxState', jsonPath: '{.selinuxState}' },
		{ name: 'ModuleSignatureEnforced', jsonPath: '{.moduleSignatureEnforced}' },
	],
	codec: specCodec(SecurityStateSpecSchema, {
		secureBoot: flag,
		ukiSigningKeyFingerprint: optional(text),
		pcrSigningKeyFingerprint: optional(text),
		selinuxState: optional(choice({ disabled: 0, 'enabled, permissive': 1, 'enabled, enforcing': 2 })),
		fipsState: optional(choice({ disabled: 0, enabled: 1, 'enabled, strict': 2 })),
		bootedWithUKI: optional(flag),
		moduleSignatureEnforced: optional(flag),
	}),
});

export type SecurityStateSpec = SpecOf<typeof SecurityState>;

export const securityStateId = 'securitystate';
