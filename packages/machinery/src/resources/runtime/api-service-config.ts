import { APIServiceConfigSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** How apid is to serve. */
export const APIServiceConfig = defineResource({
	type: 'APIServiceConfigs.runtime.talos.dev',
	namespace: 'runtime',
	codec: specCodec(APIServiceConfigSpecSchema, {
		listenAddress: text,
		nodeRoutingDisabled: flag,
		readonlyRoleMode: flag,
		skipVerifyingClientCert: flag,
	}),
});

export type APIServiceConfigSpec = SpecOf<typeof APIServiceConfig>;

export const apiServiceConfigId = 'apid';
