import { KernelCmdlineSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** The arguments that the kernel was started with. */
export const KernelCmdline = defineResource({
	type: 'KernelCmdlines.runtime.talos.dev',
	namespace: 'runtime',
	aliases: ['cmdline'],
	printColumns: [{ name: 'Cmdline', jsonPath: '{.cmdline}' }],
	codec: specCodec(KernelCmdlineSpecSchema, {
		cmdline: text,
	}),
});

export type KernelCmdlineSpec = SpecOf<typeof KernelCmdline>;

export const kernelCmdlineId = 'cmdline';
