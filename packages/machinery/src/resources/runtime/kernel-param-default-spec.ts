import { KernelParamSpecSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** A parameter of the kernel as the system wants it, unless the user says otherwise. */
export const KernelParamDefaultSpec = defineResource({
	type: 'KernelParamDefaultSpecs.runtime.talos.dev',
	namespace: 'runtime',
	codec: specCodec(KernelParamSpecSpecSchema, {
		value: text,
		ignoreErrors: flag,
	}),
});

export type KernelParamDefaultSpecSpec = SpecOf<typeof KernelParamDefaultSpec>;
