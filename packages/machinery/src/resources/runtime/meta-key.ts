import { MetaKeySpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** A value of the META partition; the id is its tag, in hexadecimal. */
export const MetaKey = defineResource({
	type: 'MetaKeys.runtime.talos.dev',
	namespace: 'runtime',
	aliases: ['meta'],
	printColumns: [{ name: 'Value', jsonPath: '{.value}' }],
	codec: specCodec(MetaKeySpecSchema, {
		value: text,
	}),
});

export type MetaKeySpec = SpecOf<typeof MetaKey>;
