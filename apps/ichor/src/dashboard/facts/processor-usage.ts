import type { CPUStat } from '@ichor/api/machine';

/** What the processors of a node did between two moments, in shares of 1. */
export type ProcessorUsage = Readonly<
	Record<'user' | 'nice' | 'system' | 'idle' | 'iowait' | 'irq' | 'softIrq' | 'steal' | 'busy', number>
> & {
	/** Seconds of all processors together. */
	readonly total: number;
};

/** Undefined without two moments, and when no time has passed between them. */
export function usageBetween(before: CPUStat | undefined, after: CPUStat | undefined): ProcessorUsage | undefined {
	if (before === undefined || after === undefined) return undefined;
	const spent = Object.fromEntries(states.map((state) => [state, after[state] - before[state]])) as Record<State, number>;
	const total = states.reduce((sum, state) => sum + spent[state], 0);
	if (total <= 0) return undefined;
	const shares = Object.fromEntries(states.map((state) => [state, spent[state] / total])) as Record<State, number>;
	return { ...shares, busy: 1 - shares.idle - shares.iowait, total };
}

type State = (typeof states)[number];

/** Without those of guests, which the kernel counts as user and nice too (proc_stat(5)). */
const states = ['user', 'nice', 'system', 'idle', 'iowait', 'irq', 'softIrq', 'steal'] as const;
