import { LayerSchema } from '@ichor/api/resource/definitions/extensions';
import { defineResource } from '@ichor/runtime';
import { optional, record, type SpecOf, specCodec, text } from '../spec/index.ts';

const metadata = {
	name: text,
	version: text,
	author: text,
	description: text,
	compatibility: record({ talos: record({ version: text }) }),
	extraInfo: optional(text),
};

/** A system extension that is in the system. */
export const ExtensionStatus = defineResource({
	type: 'ExtensionStatuses.runtime.talos.dev',
	namespace: 'runtime',
	aliases: ['extensions'],
	printColumns: [
		{ name: 'Name', jsonPath: '{.metadata.name}' },
		{ name: 'Version', jsonPath: '{.metadata.version}' },
	],
	codec: specCodec(LayerSchema, { image: text, metadata: record(metadata) }),
});

export type ExtensionStatusSpec = SpecOf<typeof ExtensionStatus>;
