import { KubePrismEndpointsSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { list, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** An address of the API server. */
export const kubePrismEndpoint = {
	host: text,
	port: whole,
};

/** Every address of the API server that this machine knows. */
export const KubePrismEndpoints = defineResource({
	type: 'KubePrismEndpoints.kubernetes.talos.dev',
	namespace: 'k8s',
	printColumns: [
		{ name: 'Hosts', jsonPath: '{.endpoints[*].host}' },
		{ name: 'Ports', jsonPath: '{.endpoints[*].port}' },
	],
	codec: specCodec(KubePrismEndpointsSpecSchema, {
		endpoints: list(record(kubePrismEndpoint)),
	}),
});

export type KubePrismEndpointsSpec = SpecOf<typeof KubePrismEndpoints>;

export const kubePrismEndpointsId = 'k8s-cluster';
