/** /proc/stat: what the processors did since boot (proc_stat(5)). Times are in seconds. */
export interface SystemStat {
	/** Unix time of the boot, in seconds. */
	readonly bootTime: number;
	readonly cpuTotal: CpuTime;
	readonly cpus: readonly CpuTime[];
	readonly interrupts: { readonly total: number; readonly each: readonly number[] };
	readonly softInterrupts: { readonly total: number; readonly each: readonly number[] };
	readonly contextSwitches: number;
	readonly processesCreated: number;
	readonly processesRunning: number;
	readonly processesBlocked: number;
}

export interface CpuTime {
	readonly user: number;
	readonly nice: number;
	readonly system: number;
	readonly idle: number;
	readonly iowait: number;
	readonly irq: number;
	readonly softIrq: number;
	readonly steal: number;
	readonly guest: number;
	readonly guestNice: number;
}

export function parseStat(text: string): SystemStat {
	const lines = new Map<string, readonly number[]>();
	for (const line of text.split('\n')) {
		const [name, ...values] = line.split(/\s+/);
		if (name !== undefined && name !== '') lines.set(name, values.map(Number));
	}
	const value = (name: string) => lines.get(name)?.[0] ?? 0;
	const counters = (name: string) => ({ total: value(name), each: lines.get(name)?.slice(1) ?? [] });
	return {
		bootTime: value('btime'),
		cpuTotal: cpuTime(lines.get('cpu') ?? []),
		cpus: [...lines].filter(([name]) => /^cpu\d+$/.test(name)).map(([, values]) => cpuTime(values)),
		interrupts: counters('intr'),
		softInterrupts: counters('softirq'),
		contextSwitches: value('ctxt'),
		processesCreated: value('processes'),
		processesRunning: value('procs_running'),
		processesBlocked: value('procs_blocked'),
	};
}

function cpuTime(ticks: readonly number[]): CpuTime {
	const at = (index: number) => (ticks[index] ?? 0) / ticksPerSecond;
	return {
		user: at(0),
		nice: at(1),
		system: at(2),
		idle: at(3),
		iowait: at(4),
		irq: at(5),
		softIrq: at(6),
		steal: at(7),
		guest: at(8),
		guestNice: at(9),
	};
}

/** USER_HZ: 100 on every architecture that Linux shows to programs (time(7)). */
export const ticksPerSecond = 100;
