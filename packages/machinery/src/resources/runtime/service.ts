import { ServiceSpecSchema } from '@ichor/api/resource/definitions/v1alpha1';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec } from '../spec/index.ts';

/** How a service of the machine does; its id is the service's. */
export const Service = defineResource({
	type: 'Services.v1alpha1.talos.dev',
	namespace: 'runtime',
	aliases: ['svc'],
	printColumns: [
		{ name: 'Running', jsonPath: '{.running}' },
		{ name: 'Healthy', jsonPath: '{.healthy}' },
		{ name: 'Health Unknown', jsonPath: '{.unknown}' },
	],
	codec: specCodec(ServiceSpecSchema, {
		running: flag,
		healthy: flag,
		/** It has no health check, or none has ended yet. */
		unknown: flag,
	}),
});

export type ServiceSpec = SpecOf<typeof Service>;
