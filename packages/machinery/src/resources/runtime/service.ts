import { ServiceSpecSchema } from '@ichor/api/resource/definitions/v1alpha1';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** How a service of the machine does; its id is the service's. */
export interface ServiceSpec {
	readonly running: boolean;
	readonly healthy: boolean;
	/** It has no health check, or none has ended yet. */
	readonly unknown: boolean;
}

export const Service: ResourceType<ServiceSpec> = defineResource({
	type: 'Services.v1alpha1.talos.dev',
	namespace: 'runtime',
	aliases: ['svc'],
	printColumns: [
		{ name: 'Running', jsonPath: '{.running}' },
		{ name: 'Healthy', jsonPath: '{.healthy}' },
		{ name: 'Health Unknown', jsonPath: '{.unknown}' },
	],
	codec: messageCodec(
		ServiceSpecSchema,
		(spec) => spec,
		({ running, healthy, unknown }) => ({ running, healthy, unknown }),
	),
});
