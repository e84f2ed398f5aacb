import { readFile, statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { MachineService } from '@ichor/api/machine';
import {
	type DiskStatistics,
	type NetworkDevice,
	parseDiskstats,
	parseLoadavg,
	parseMeminfo,
	parseMounts,
	parseNetDev,
	parseStat,
	readProcesses,
} from '@ichor/linux/procfs';
import { versionTag } from '@ichor/machinery/versions';
import type { Handlers } from '@ichor/rpc';
import { readCpuFrequencies } from './cpu-frequency.ts';
import { parseCpuinfo } from './cpuinfo.ts';
import { meminfoMessage } from './meminfo.ts';

/** What /proc tells, and who this machine is. */
export function systemApi(): Handlers<typeof MachineService> {
	return {
		async version() {
			const version = { tag: versionTag, sha: '', built: '', goVersion: `node ${process.version}`, os: 'linux', arch: architecture() };
			return { messages: [{ version, platform: { name: 'container', mode: 'container' }, features: { rbac: true } }] };
		},
		async hostname() {
			return { messages: [{ hostname: hostname() }] };
		},
		async memory() {
			return { messages: [{ meminfo: meminfoMessage(parseMeminfo(await proc('meminfo'))) }] };
		},
		async loadAvg() {
			const [load1, load5, load15] = parseLoadavg(await proc('loadavg'));
			return { messages: [{ load1, load5, load15 }] };
		},
		async systemStat() {
			const stat = parseStat(await proc('stat'));
			const [hi, timer, netTx, netRx, block, blockIoPoll, tasklet, sched, hrtimer, rcu] = stat.softInterrupts.each.map(BigInt);
			return {
				messages: [
					{
						bootTime: BigInt(stat.bootTime),
						cpuTotal: stat.cpuTotal,
						cpu: [...stat.cpus],
						irqTotal: BigInt(stat.interrupts.total),
						irq: stat.interrupts.each.map(BigInt),
						contextSwitches: BigInt(stat.contextSwitches),
						processCreated: BigInt(stat.processesCreated),
						processRunning: BigInt(stat.processesRunning),
						processBlocked: BigInt(stat.processesBlocked),
						softIrqTotal: BigInt(stat.softInterrupts.total),
						softIrq: defined({ hi, timer, netTx, netRx, block, blockIoPoll, tasklet, sched, hrtimer, rcu }),
					},
				],
			};
		},
		async cPUInfo() {
			return { messages: [{ cpuInfo: [...parseCpuinfo(await proc('cpuinfo'))] }] };
		},
		async cPUFreqStats() {
			return { messages: [{ cpuFreqStats: [...(await readCpuFrequencies())] }] };
		},
		async mounts() {
			const mounts = await Promise.all(parseMounts(await proc('mounts')).map(measure));
			return { messages: [{ stats: mounts.filter((mount) => mount !== undefined) }] };
		},
		async networkDeviceStats() {
			const devices = parseNetDev(await proc('net/dev')).map(networkMessage);
			return { messages: [{ total: sum('', devices), devices }] };
		},
		async diskStats() {
			const devices = parseDiskstats(await proc('diskstats')).map(diskMessage);
			return { messages: [{ total: sum('', devices), devices }] };
		},
		async processes() {
			const processes = (await readProcesses()).map((process) => ({
				pid: process.pid,
				ppid: process.parent,
				state: process.state,
				threads: process.threads,
				cpuTime: process.cpuTime,
				virtualMemory: BigInt(process.virtualMemory),
				residentMemory: BigInt(process.residentMemory),
				command: process.command,
				executable: process.executable,
				args: process.arguments,
				label: process.label,
			}));
			return { messages: [{ processes }] };
		},
	};
}

async function proc(name: string): Promise<string> {
	return await readFile(`/proc/${name}`, 'utf8');
}

/** As Go names it. */
function architecture(): string {
	return process.arch === 'x64' ? 'amd64' : process.arch;
}

/** Undefined for what has no size: the kernel's own file systems. */
async function measure({ source, target }: { readonly source: string; readonly target: string }) {
	try {
		const { bsize, blocks, bavail } = await statfs(target);
		if (blocks === 0) return undefined;
		return { filesystem: source, size: BigInt(bsize * blocks), available: BigInt(bsize * bavail), mountedOn: target };
	} catch {
		return undefined;
	}
}

function networkMessage({ name, received, sent }: NetworkDevice) {
	return {
		name,
		rxBytes: BigInt(received.bytes),
		rxPackets: BigInt(received.packets),
		rxErrors: BigInt(received.errors),
		rxDropped: BigInt(received.dropped),
		rxFifo: BigInt(received.fifo),
		rxFrame: BigInt(received.frame),
		rxCompressed: BigInt(received.compressed),
		rxMulticast: BigInt(received.multicast),
		txBytes: BigInt(sent.bytes),
		txPackets: BigInt(sent.packets),
		txErrors: BigInt(sent.errors),
		txDropped: BigInt(sent.dropped),
		txFifo: BigInt(sent.fifo),
		txCollisions: BigInt(sent.collisions),
		txCarrier: BigInt(sent.carrier),
		txCompressed: BigInt(sent.compressed),
	};
}

function diskMessage({ name, reads, writes, discards, inProgress, time, weightedTime }: DiskStatistics) {
	return {
		name,
		readCompleted: BigInt(reads.completed),
		readMerged: BigInt(reads.merged),
		readSectors: BigInt(reads.sectors),
		readTimeMs: BigInt(reads.time),
		writeCompleted: BigInt(writes.completed),
		writeMerged: BigInt(writes.merged),
		writeSectors: BigInt(writes.sectors),
		writeTimeMs: BigInt(writes.time),
		ioInProgress: BigInt(inProgress),
		ioTimeMs: BigInt(time),
		ioTimeWeightedMs: BigInt(weightedTime),
		discardCompleted: BigInt(discards.completed),
		discardMerged: BigInt(discards.merged),
		discardSectors: BigInt(discards.sectors),
		discardTimeMs: BigInt(discards.time),
	};
}

/** Adds up every counter. */
function sum<Row extends { readonly name: string }>(name: string, rows: readonly Row[]): Record<string, bigint | string> {
	const total: Record<string, bigint | string> = { name };
	for (const row of rows) {
		for (const [key, value] of Object.entries(row)) if (typeof value === 'bigint') total[key] = BigInt(total[key] ?? 0n) + value;
	}
	return total;
}

function defined<T>(values: Readonly<Record<string, T | undefined>>): Record<string, T> {
	return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== undefined));
}
