import { KernelParamSpecSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** A parameter of the kernel as the user wants it; the id is its path below /proc, with dots. */
export const KernelParamSpec = defineResource({
	type: 'KernelParamSpecs.runtime.talos.dev',
	namespace: 'runtime',
	codec: specCodec(KernelParamSpecSpecSchema, {
		value: text,
		ignoreErrors: flag,
	}),
});

export type KernelParamSpecSpec = SpecOf<typeof KernelParamSpec>;
