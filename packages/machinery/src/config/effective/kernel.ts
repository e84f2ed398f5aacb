import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';

export interface KernelModule {
	readonly name: string;
	readonly parameters: readonly string[];
}

/** The modules that the root document names, then those of the documents; a name may come twice. */
export function kernelModules(config: MachineConfig): readonly KernelModule[] {
	const legacy = rootOf(config)?.machine?.kernel?.modules ?? [];
	const documents = documentsOf(config, 'KernelModuleConfig').map(({ value }) => value);
	return [...legacy, ...documents].map((module) => ({ name: module?.name ?? '', parameters: module?.parameters ?? [] }));
}

/** The parameters of the kernel, the root document's overridden by those of the documents. */
export function sysctls(config: MachineConfig): ReadonlyMap<string, string> {
	return overridden([rootOf(config)?.machine?.sysctls, ...documentsOf(config, 'SysctlConfig').map(({ value }) => value.params)]);
}

/** The values below /sys, the root document's overridden by those of the documents. */
export function sysfsValues(config: MachineConfig): ReadonlyMap<string, string> {
	return overridden([rootOf(config)?.machine?.sysfs, ...documentsOf(config, 'SysfsConfig').map(({ value }) => value.params)]);
}

/** Mappings as one: of two values for a key, the later one. */
export function overridden(layers: readonly (Readonly<Record<string, string>> | undefined)[]): ReadonlyMap<string, string> {
	return new Map(layers.flatMap((layer) => Object.entries(layer ?? {})));
}
