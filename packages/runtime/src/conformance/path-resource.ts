import { defineResource, type ResourceType } from '../resource/resource-type.ts';

/** A small spec, for the suites. */
export interface PathSpec {
	readonly owner: string;
	readonly tags: readonly string[];
}

/** The type of resource that the state suite works with. A state that encodes specs must know it. */
export const Path: ResourceType<PathSpec> = defineResource({
	type: 'Paths.conformance.ichor.dev',
	namespace: 'default',
	codec: {
		encode: (spec) => new TextEncoder().encode(JSON.stringify(spec)),
		decode: (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as PathSpec,
		view: (spec) => spec,
	},
});

export const emptyPath: PathSpec = { owner: '', tags: [] };
