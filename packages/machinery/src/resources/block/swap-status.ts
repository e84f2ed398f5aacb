import { SwapStatusSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { named, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** A device that the kernel swaps to. */
export const SwapStatus = defineResource({
	type: 'SwapStatuses.block.talos.dev',
	namespace: 'runtime',
	aliases: ['swap', 'swaps'],
	printColumns: [
		{ name: 'Device', jsonPath: '{.device}' },
		{ name: 'Size', jsonPath: '{.sizeHuman}' },
		{ name: 'Used', jsonPath: '{.usedHuman}' },
		{ name: 'Priority', jsonPath: '{.priority}' },
	],
	codec: specCodec(SwapStatusSpecSchema, {
		device: text,
		type: text,
		size: named('sizeBytes', whole),
		sizeHuman: text,
		used: named('usedBytes', whole),
		usedHuman: text,
		priority: whole,
	}),
});

export type SwapStatusSpec = SpecOf<typeof SwapStatus>;
