// Generated from model/cri/registry-mirror-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { URLText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/** Sends pulls from one registry to other places. */
export interface RegistryMirrorConfig extends DocumentMeta {
	/**
	 * Registry whose pulls are redirected: the first part of an image's name.
	 * `docker.io` for short names; `*` for every registry that has no document of its own.
	 */
	readonly name?: string;
	/** Places to ask instead, in this order. */
	readonly endpoints?: readonly RegistryEndpoint[];
	/**
	 * Fails a pull when no endpoint has the image, instead of asking the registry itself.
	 * Needed where nodes must not reach the internet.
	 * @default false
	 */
	readonly skipFallback?: boolean;
}

/** One place to ask for images. */
export interface RegistryEndpoint {
	/** URL of the mirror, `http` or `https`. */
	readonly url?: URLText;
	/**
	 * Takes the URL's path as it is, instead of adding `/v2` to it.
	 * For registries such as Harbor that serve mirrors below a path.
	 * @default false
	 */
	readonly overridePath?: boolean;
}

export const registryEndpointSchema: StructSchema = {
	name: 'cri.RegistryEndpoint',
	fields: [
		{ name: 'url', type: scalar.urlText },
		{ name: 'overridePath', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const registryMirrorConfigSchema: StructSchema = {
	name: 'cri.RegistryMirrorConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'endpoints', type: { of: 'list', item: { of: 'struct', struct: registryEndpointSchema } }, omitEmpty: true },
		{ name: 'skipFallback', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};
