import { ServicePIDSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** The process of a service; the id is the service's. */
export const ServicePID = defineResource({
	type: 'ServicePIDs.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'PID', jsonPath: '{.pid}' }],
	codec: specCodec(ServicePIDSpecSchema, {
		pid: whole,
		mountNamespace: text,
	}),
});

export type ServicePIDSpec = SpecOf<typeof ServicePID>;
