// Generated from model/runtime/extension-service-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/** Settings for a service that a system extension brings along. */
export interface ExtensionServiceConfig extends DocumentMeta {
	/** Name of the service as its extension gives it, without the prefix `ext-`. */
	readonly name?: string;
	/**
	 * Files that the service finds in its container.
	 * Patches merge by `mountPath`.
	 */
	readonly configFiles?: readonly ExtensionConfigFile[];
	/** Variables of the service as `NAME=value`. */
	readonly environment?: readonly string[];
}

/** A file for the service of an extension. */
export interface ExtensionConfigFile {
	/** What the file holds. */
	readonly content?: string;
	/** Absolute path of the file inside the service's container. */
	readonly mountPath?: string;
}

export const extensionConfigFileSchema: StructSchema = {
	name: 'extensions.ConfigFile',
	fields: [
		{ name: 'content', type: scalar.string },
		{ name: 'mountPath', type: scalar.string },
	],
};

export const extensionServiceConfigSchema: StructSchema = {
	name: 'extensions.ServiceConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'configFiles', type: { of: 'list', item: { of: 'struct', struct: extensionConfigFileSchema }, name: 'extensions.ConfigFileList' }, omitEmpty: true },
		{ name: 'environment', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};
