import { ExtensionServiceConfigSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { list, optional, record, type SpecOf, specCodec, text } from '../spec/index.ts';

const extensionServiceConfigFile = {
	content: text,
	mountPath: text,
};

/** Files and environment of an extension's service. */
export const ExtensionServiceConfig = defineResource({
	type: 'ExtensionServiceConfigs.runtime.talos.dev',
	namespace: 'runtime',
	sensitive: true,
	codec: specCodec(ExtensionServiceConfigSpecSchema, {
		files: optional(list(record(extensionServiceConfigFile))),
		environment: optional(list(text)),
	}),
});

export type ExtensionServiceConfigSpec = SpecOf<typeof ExtensionServiceConfig>;
