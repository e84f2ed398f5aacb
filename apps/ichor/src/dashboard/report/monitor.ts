import type { ProcessInfo } from '@ichor/api/machine';
import { fixed, humanSize } from '../../output/go-number.ts';
import { processCommand } from '../../output/process-command.ts';
import { memoryShare, type NodeFacts } from '../facts/node-facts.ts';
import { type ProcessorUsage, usageBetween } from '../facts/processor-usage.ts';
import { field, unknown } from './field.ts';
import type { Field, NodeReport, ProcessRow } from './node-report.ts';
import { countText, percentText, spanText } from './units.ts';

/** What a node measures. */
export type Measures = Pick<NodeReport, 'gauges' | 'processor' | 'load' | 'activity' | 'memory' | 'processes'>;

/** The measures of the latest sample, and what was counted since the one before. */
export function measuresOf({ samples }: NodeFacts): Measures {
	const latest = samples.at(-1);
	const before = samples.length > 1 ? samples[0] : undefined;
	const usage = usageBetween(before?.system?.cpuTotal, latest?.system?.cpuTotal);
	const share = (name: string, value: number | undefined): Field => field(name, value === undefined ? undefined : percentText(value));
	const counted = (key: 'contextSwitches' | 'processCreated'): string | undefined => {
		if (before?.system === undefined || latest?.system === undefined) return undefined;
		return countText(Number(latest.system[key] - before.system[key]));
	};
	const kibibytes = (value: bigint | undefined): string | undefined => (value === undefined ? undefined : humanSize(value * 1024n));
	const memory = latest?.memory;
	return {
		gauges: { processor: usage?.busy ?? 0, memory: memoryShare(memory) },
		processor: [
			share('User', usage?.user),
			share('System', usage?.system),
			share('Idle', usage?.idle),
			share('Iowait', usage?.iowait),
			share('Nice', usage?.nice),
			share('IRQ', usage?.irq),
			share('Steal', usage?.steal),
			field('CtxSw', counted('contextSwitches')),
		],
		load: [
			field('1 min', latest?.load?.load1.toFixed(2)),
			field('5 min', latest?.load?.load5.toFixed(2)),
			field('15 min', latest?.load?.load15.toFixed(2)),
		],
		activity: [
			field('Created', counted('processCreated')),
			field('Running', latest?.system?.processRunning.toString()),
			field('Blocked', latest?.system?.processBlocked.toString()),
		],
		memory: [
			field('Total', kibibytes(memory?.memtotal)),
			field('Used', memory === undefined ? undefined : kibibytes(memory.memtotal - memory.memfree - memory.cached - memory.buffers)),
			field('Free', kibibytes(memory?.memfree)),
			field('Avail', kibibytes(memory?.memavailable)),
			field('Shared', kibibytes(memory?.shmem)),
			field('Buffers', kibibytes(memory?.buffers)),
			field('Cache', kibibytes(memory?.cached)),
			field('Swapped', kibibytes(memory === undefined ? undefined : memory.swaptotal - memory.swapfree)),
		],
		processes: processRows(
			latest?.processes ?? [],
			before?.processes ?? [],
			usage,
			(memory?.memtotal ?? 0n) * 1024n,
			latest?.processors.length ?? 1,
		),
	};
}

function processRows(
	processes: readonly ProcessInfo[],
	before: readonly ProcessInfo[],
	usage: ProcessorUsage | undefined,
	memory: bigint,
	processors: number,
): readonly ProcessRow[] {
	const earlier = new Map(before.map(({ pid, cpuTime }) => [pid, cpuTime]));
	const spent = ({ pid, cpuTime }: ProcessInfo): number => Math.max(cpuTime - (earlier.get(pid) ?? cpuTime), 0);
	// as top(1): a process that fills one processor has 100
	const whole = (usage?.total ?? 0) / Math.max(processors, 1);
	return processes
		.map((process) => ({ process, busy: whole === 0 ? 0 : spent(process) / whole }))
		.toSorted((a, b) => b.busy - a.busy || Number(b.process.residentMemory - a.process.residentMemory))
		.map(({ process, busy }) => ({
			pid: process.pid,
			state: process.state,
			processor: fixed(busy * 100, 1),
			memory: memory === 0n ? unknown : fixed((Number(process.residentMemory) / Number(memory)) * 100, 1),
			virtual: humanSize(process.virtualMemory),
			resident: humanSize(process.residentMemory),
			time: spanText(process.cpuTime),
			threads: process.threads,
			command: processCommand(process).slice(0, longestCommand),
		}));
}

const longestCommand = 500;
