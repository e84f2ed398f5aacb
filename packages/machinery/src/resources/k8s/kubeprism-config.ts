import { KubePrismConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { list, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { kubePrismEndpoint } from './kubeprism-endpoints.ts';

/** Where the node-local load balancer of the API server listens and to what it leads. */
export const KubePrismConfig = defineResource({
	type: 'KubePrismConfigs.kubernetes.talos.dev',
	namespace: 'k8s',
	printColumns: [
		{ name: 'Host', jsonPath: '{.host}' },
		{ name: 'Port', jsonPath: '{.port}' },
		{ name: 'Endpoints', jsonPath: '{.endpoints}' },
	],
	codec: specCodec(KubePrismConfigSpecSchema, {
		host: text,
		port: whole,
		endpoints: list(record(kubePrismEndpoint)),
	}),
});

export type KubePrismConfigSpec = SpecOf<typeof KubePrismConfig>;

export const kubePrismConfigId = 'k8s-loadbalancer-config';
