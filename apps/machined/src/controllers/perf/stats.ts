import { readFile } from 'node:fs/promises';
import { parseMeminfo, parseStat } from '@ichor/linux/procfs';
import { CPUStat, type CPUStatSpec, cpuStatId, MemoryStat, type MemoryStatSpec, memoryStatId } from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** What processors and memory are used for, looked at again and again. */
export const statsController: Controller = {
	name: 'perf.StatsController',
	inputs: [],
	outputs: [
		{ type: CPUStat.type, kind: 'exclusive' },
		{ type: MemoryStat.type, kind: 'exclusive' },
	],
	async run(_, runtime) {
		const timer = setInterval(() => runtime.queueReconcile(), period);
		try {
			while (await runtime.nextReconcile()) {
				await publish(runtime, MemoryStat, memoryStatId, memoryOf(await readFile('/proc/meminfo', 'utf8')));
				await publish(runtime, CPUStat, cpuStatId, cpuOf(await readFile('/proc/stat', 'utf8')));
				runtime.resetRestartBackoff();
			}
		} finally {
			clearInterval(timer);
		}
	},
};

/** Milliseconds (upstream's). */
const period = 30_000;

/** @param stat the text of /proc/stat */
export function cpuOf(stat: string): CPUStatSpec {
	const { cpus, cpuTotal, ...counted } = parseStat(stat);
	return {
		cpu: cpus,
		cpuTotal,
		irqTotal: counted.interrupts.total,
		contextSwitches: counted.contextSwitches,
		processCreated: counted.processesCreated,
		processRunning: counted.processesRunning,
		processBlocked: counted.processesBlocked,
		softIrqTotal: counted.softInterrupts.total,
	};
}

/** @param meminfo the text of /proc/meminfo; what it does not have is 0 */
export function memoryOf(meminfo: string): MemoryStatSpec {
	const values = parseMeminfo(meminfo);
	const byKey = new Map([...values].map(([name, value]) => [name.replaceAll(/[()_]/g, '').toLowerCase(), value]));
	const kilobytes = (key: string): number => byKey.get(kernelNames[key] ?? key.toLowerCase()) ?? 0;
	const found = Object.fromEntries(Object.keys(nothing).map((key) => [key, kilobytes(key)])) as MemoryStatSpec;
	return { ...found, used: found.total - kilobytes('MemFree') };
}

/** Every key of the spec. */
const nothing = MemoryStat.codec.decode(new Uint8Array());

/** Keys that are not the kernel's names without their punctuation. */
const kernelNames: Readonly<Record<string, string>> = {
	total: 'memtotal',
	available: 'memavailable',
	commitTedas: 'committedas',
};
