import { ProbeStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Whether it answers. */
export const ProbeStatus = defineResource({
	type: 'ProbeStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['probe', 'probes'],
	printColumns: [{ name: 'Success', jsonPath: '{.success}' }],
	codec: specCodec(ProbeStatusSpecSchema, {
		success: flag,
		lastError: text,
	}),
});

export type ProbeStatusSpec = SpecOf<typeof ProbeStatus>;
