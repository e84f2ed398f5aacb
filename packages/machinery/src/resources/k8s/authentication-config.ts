import { AuthenticationConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { freeForm, type SpecOf, specCodec } from '../spec/index.ts';

/** How the API server finds out who asks. */
export const AuthenticationConfig = defineResource({
	type: 'AuthenticationConfigs.kubernetes.talos.dev',
	namespace: 'controlplane',
	sensitive: true,
	codec: specCodec(AuthenticationConfigSpecSchema, {
		config: freeForm,
	}),
});

export type AuthenticationConfigSpec = SpecOf<typeof AuthenticationConfig>;

export const authenticationConfigId = 'authentication-config';
