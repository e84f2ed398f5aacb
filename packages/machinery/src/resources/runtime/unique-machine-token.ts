import { UniqueMachineTokenSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** What proves that this is the machine that a SideroLink server has let in before. */
export const UniqueMachineToken = defineResource({
	type: 'UniqueMachineTokens.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'Token', jsonPath: '{.token}' }],
	codec: specCodec(UniqueMachineTokenSpecSchema, {
		token: text,
	}),
});

export type UniqueMachineTokenSpec = SpecOf<typeof UniqueMachineToken>;

export const uniqueMachineTokenId = 'unique-machine-token';
