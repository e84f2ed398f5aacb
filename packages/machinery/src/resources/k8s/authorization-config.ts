import { AuthorizationConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { freeForm, list, record, type SpecOf, specCodec, text } from '../spec/index.ts';

const authorizationAuthorizersSpec = {
	type: text,
	name: text,
	webhook: freeForm,
};

/** Whom the API server asks, in which order, whether a request is allowed. */
export const AuthorizationConfig = defineResource({
	type: 'AuthorizationConfigs.kubernetes.talos.dev',
	namespace: 'controlplane',
	sensitive: true,
	codec: specCodec(AuthorizationConfigSpecSchema, {
		image: text,
		config: list(record(authorizationAuthorizersSpec)),
	}),
});

export type AuthorizationConfigSpec = SpecOf<typeof AuthorizationConfig>;

export const authorizationConfigId = 'authorization';
