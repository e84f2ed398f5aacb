import { EndpointSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { address, list, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Where the control planes of the cluster are, as one source knows; the id is the source. */
export const Endpoint = defineResource({
	type: 'Endpoints.kubernetes.talos.dev',
	namespace: 'controlplane',
	printColumns: [
		{ name: 'Addresses', jsonPath: '{.addresses}' },
		{ name: 'Hosts', jsonPath: '{.hosts}' },
	],
	codec: specCodec(EndpointSpecSchema, {
		addresses: list(address),
		hosts: list(text),
	}),
});

export type EndpointSpec = SpecOf<typeof Endpoint>;

/** From the endpoint of the configuration, from the members of the cluster, and from Kubernetes itself. */
export const controlPlaneEndpointId = 'controlplane';
export const discoveredEndpointId = 'discovery';
export const apiServerEndpointId = 'kube-apiserver';
