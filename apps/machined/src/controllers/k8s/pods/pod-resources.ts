import type { JsonObject } from '../json.ts';
import { memoryLimit } from './quantity.ts';

/** What a container asks for and may use, as Kubernetes writes quantities. */
export interface PodResources {
	readonly requests: Readonly<Record<string, string>>;
	readonly limits: Readonly<Record<string, string>>;
}

/** As a container has them: what the user does not ask for is asked for as upstream does. */
export function requirementsOf(
	{ requests, limits }: PodResources,
	defaults: { readonly cpu: string; readonly memory: string },
): JsonObject {
	const said = Object.fromEntries(Object.entries(requests).filter(([, quantity]) => quantity !== ''));
	return { requests: { ...defaults, ...said }, ...(Object.keys(limits).length > 0 ? { limits: { ...limits } } : {}) };
}

/** With a limit of memory, Go collects its garbage before the kernel kills it. */
export function memoryVariables({ limits }: PodResources): JsonObject[] {
	const limit = memoryLimit(limits['memory']);
	return limit === undefined ? [] : [{ name: 'GOMEMLIMIT', value: String(limit) }];
}
