import { VersionSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** What the machine runs. */
export interface VersionSpec {
	readonly name: string;
	readonly version: string;
}

export const Version: ResourceType<VersionSpec> = defineResource({
	type: 'Versions.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Name', jsonPath: '{.name}' },
		{ name: 'Version', jsonPath: '{.version}' },
	],
	codec: messageCodec(
		VersionSpecSchema,
		(spec) => spec,
		({ name, version }) => ({ name, version }),
	),
});
