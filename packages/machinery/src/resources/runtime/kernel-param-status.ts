import { KernelParamStatusSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** A parameter of the kernel as it is, and as it was before. */
export const KernelParamStatus = defineResource({
	type: 'KernelParamStatuses.runtime.talos.dev',
	namespace: 'runtime',
	aliases: ['sysctls', 'kernelparameters', 'kernelparams'],
	printColumns: [
		{ name: 'Current', jsonPath: '{.current}' },
		{ name: 'Default', jsonPath: '{.default}' },
		{ name: 'Unsupported', jsonPath: '{.unsupported}' },
	],
	codec: specCodec(KernelParamStatusSpecSchema, {
		current: text,
		default: text,
		unsupported: flag,
	}),
});

export type KernelParamStatusSpec = SpecOf<typeof KernelParamStatus>;
