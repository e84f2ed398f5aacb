import { ExtensionServiceConfigStatusSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** The configuration of an extension's service that is in place. */
export const ExtensionServiceConfigStatus = defineResource({
	type: 'ExtensionServiceConfigStatuses.runtime.talos.dev',
	namespace: 'runtime',
	codec: specCodec(ExtensionServiceConfigStatusSpecSchema, {
		specVersion: text,
	}),
});

export type ExtensionServiceConfigStatusSpec = SpecOf<typeof ExtensionServiceConfigStatus>;
