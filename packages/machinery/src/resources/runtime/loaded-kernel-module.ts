import { LoadedKernelModuleSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { list, optional, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** A kernel module that is loaded: a line of /proc/modules. */
export const LoadedKernelModule = defineResource({
	type: 'LoadedKernelModules.runtime.talos.dev',
	namespace: 'runtime',
	aliases: ['module', 'modules'],
	printColumns: [{ name: 'State', jsonPath: '{.state}' }],
	codec: specCodec(LoadedKernelModuleSpecSchema, {
		size: whole,
		referenceCount: whole,
		dependencies: optional(list(text)),
		state: text,
		address: text,
	}),
});

export type LoadedKernelModuleSpec = SpecOf<typeof LoadedKernelModule>;
