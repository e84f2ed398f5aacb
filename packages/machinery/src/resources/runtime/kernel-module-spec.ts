import { KernelModuleSpecSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { list, named, type SpecOf, specCodec, text } from '../spec/index.ts';

/** A kernel module that is to be loaded. */
export const KernelModuleSpec = defineResource({
	type: 'KernelModuleSpecs.runtime.talos.dev',
	namespace: 'runtime',
	codec: specCodec(KernelModuleSpecSpecSchema, {
		string: named('name', text),
		parameters: list(text),
	}),
});

export type KernelModuleSpecSpec = SpecOf<typeof KernelModuleSpec>;
