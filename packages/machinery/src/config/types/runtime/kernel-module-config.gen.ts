// Generated from model/runtime/kernel-module-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Loads a kernel module.
 * Takes the place of an entry in `machine.kernel.modules`; when both name a module, the document counts.
 */
export interface KernelModuleConfig extends DocumentMeta {
	/**
	 * Name of the module, as `modprobe` takes it.
	 * It must be in the boot image, of the kernel's own or of an extension.
	 */
	readonly name?: string;
	/**
	 * Settings of the module as `name=value`.
	 * A changed setting counts from the next boot.
	 */
	readonly parameters?: readonly string[];
}

export const kernelModuleConfigSchema: StructSchema = {
	name: 'runtime.KernelModuleConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'parameters', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};
