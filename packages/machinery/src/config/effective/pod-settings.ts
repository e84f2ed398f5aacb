import type { ConfigValue } from '../document.ts';
import type { ArgValue, FreeForm } from '../types/scalars.gen.ts';

/** Arguments by name. One with several values is passed several times, one without value not at all. */
export type Arguments = ReadonlyMap<string, readonly string[]>;

/** Quantities of Kubernetes as texts, empty when nothing is said. */
export interface PodResources {
	readonly cpuRequests: string;
	readonly memoryRequests: string;
	readonly cpuLimits: string;
	readonly memoryLimits: string;
}

export function argumentsOf(args: Readonly<Record<string, ArgValue>> | undefined): Arguments {
	const lists = Object.entries(args ?? {}).map(
		([name, value]) => [name, typeof value === 'string' ? [value].filter(Boolean) : value] as const,
	);
	return new Map(lists);
}

export function environmentOf(env: Readonly<Record<string, string>> | undefined): ReadonlyMap<string, string> {
	return new Map(Object.entries(env ?? {}));
}

export function resourcesOf(resources: { readonly requests?: FreeForm; readonly limits?: FreeForm } | undefined): PodResources {
	const { requests, limits } = resources ?? {};
	return {
		cpuRequests: quantity(requests?.['cpu']),
		memoryRequests: quantity(requests?.['memory']),
		cpuLimits: quantity(limits?.['cpu']),
		memoryLimits: quantity(limits?.['memory']),
	};
}

/** A text or a whole number; upstream takes nothing else for a quantity. */
function quantity(value: ConfigValue | undefined): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
