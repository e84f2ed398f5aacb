import { RegistriesConfigSpecSchema } from '@ichor/api/resource/definitions/cri';
import { defineResource } from '@ichor/runtime';
import { base64, flag, list, map, named, optional, pemPairField, record, type SpecOf, specCodec, text } from '../spec/index.ts';

const registryTLSConfig = {
	clientIdentity: optional(named('tlsClientIdentity', pemPairField)),
	ca: optional(named('tlsca', base64)),
	insecureSkipVerify: optional(named('tlsInsecureSkipVerify', flag)),
};

const registryAuthConfig = {
	username: optional(named('registryUsername', text)),
	password: optional(named('registryPassword', text)),
	auth: optional(named('registryAuth', text)),
	identityToken: optional(named('registryIdentityToken', text)),
};

const registryEndpointConfig = {
	endpoint: named('endpointEndpoint', text),
	overridePath: named('endpointOverridePath', flag),
};

const registryMirrorConfig = {
	endpoints: named('mirrorEndpoints', list(record(registryEndpointConfig))),
	skipFallback: optional(named('mirrorSkipFallback', flag)),
};

/** From where and as whom images are pulled. */
export const RegistriesConfig = defineResource({
	type: 'RegistryConfigs.cri.talos.dev',
	namespace: 'cri',
	sensitive: true,
	codec: specCodec(RegistriesConfigSpecSchema, {
		mirrors: optional(named('registryMirrors', map(record(registryMirrorConfig)))),
		auths: optional(named('registryAuths', map(record(registryAuthConfig)))),
		tls: optional(named('registryTlSs', map(record(registryTLSConfig)))),
	}),
});

export type RegistriesConfigSpec = SpecOf<typeof RegistriesConfig>;

export const registriesConfigId = 'registries';
