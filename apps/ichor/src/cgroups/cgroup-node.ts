import { CgroupValue } from './cgroup-value.ts';

/** A control group: what its files say, under the names that upstream's templates have for them. */
export type CgroupNode = {
	readonly children: Map<string, CgroupNode>;
	/** Names of the processes whose ids are in `CgroupProcs`. */
	CgroupProcsResolved: readonly string[];
} & { [Name in FieldName]: FieldValue };

type FieldValue = string | CgroupValue | readonly CgroupValue[] | FlatMap | NestedMap;
type FlatMap = Map<string, CgroupValue>;
type NestedMap = Map<string, FlatMap>;

/** A group of which nothing is known yet. */
export function emptyCgroup(): CgroupNode {
	const fields = Object.values(files).map(({ name, empty }) => [name, empty()] as const);
	return { children: new Map(), CgroupProcsResolved: [], ...Object.fromEntries(fields) } as unknown as CgroupNode;
}

/**
 * Reads a file of a group. Others than those of the version 2 of control groups are passed over.
 *
 * @throws Error for what has another form than its name promises
 */
export function readCgroupFile(node: CgroupNode, file: string, content: string): void {
	const found = Object.hasOwn(files, file) ? files[file as keyof typeof files] : undefined;
	if (found !== undefined) node[found.name] = found.read(content.split('\n').filter((line) => line !== ''));
}

interface Form {
	readonly empty: () => FieldValue;
	readonly read: (lines: readonly string[]) => FieldValue;
}

/** The forms of cgroups(7), in the words of the kernel's cgroup-v2 document. */
const text: Form = { empty: () => '', read: ([line = '']) => line };
const single: Form = {
	empty: () => CgroupValue.unset,
	read: ([line]) => (line === undefined ? CgroupValue.unset : CgroupValue.parse(line)),
};
const lines: Form = { empty: () => [], read: (all) => all.map((line) => CgroupValue.parse(line)) };
const spaced: Form = {
	empty: () => [],
	read: ([line = '']) =>
		line
			.split(/\s+/)
			.filter(Boolean)
			.map((word) => CgroupValue.parse(word)),
};
const flat: Form = {
	empty: () => new Map(),
	read: (all) => new Map(all.map((line) => pair(line, ' ')).map(([key, value]) => [key, CgroupValue.parse(value)])),
};
const nested: Form = {
	empty: () => new Map(),
	read: (all) =>
		new Map(
			all
				.map((line) => pair(line, ' '))
				.map(([key, rest]) => [
					key,
					new Map(
						rest
							.split(/\s+/)
							.filter(Boolean)
							.map((word) => pair(word, '='))
							.map(([name, value]) => [name, CgroupValue.parse(value)]),
					),
				]),
		),
};

function pair(line: string, separator: string): readonly [key: string, value: string] {
	const at = line.indexOf(separator);
	if (at < 0) throw new Error('invalid format');
	return [line.slice(0, at), line.slice(at + 1)];
}

const field = <const Name extends string>(name: Name, form: Form) => ({ name, ...form });

const files = {
	'cgroup.events': field('CgroupEvents', flat),
	'cgroup.freeze': field('CgroupFreeze', single),
	'cgroup.procs': field('CgroupProcs', lines),
	'cgroup.stat': field('CgroupStat', flat),
	'cgroup.threads': field('CgroupThreads', lines),
	'cpu.idle': field('CPUIdle', single),
	'cpu.max': field('CPUMax', spaced),
	'cpu.max.burst': field('CPUMaxBurst', single),
	'cpu.pressure': field('CPUPressure', nested),
	'cpu.stat': field('CPUStat', flat),
	'cpu.stat.local': field('CPUStatLocal', flat),
	'cpu.weight': field('CPUWeight', single),
	'cpu.weight.nice': field('CPUWeightNice', single),
	'cpuset.cpus': field('CPUSetCPUs', text),
	'cpuset.cpus.effective': field('CPUSetCPUsEffective', text),
	'cpuset.mems': field('CPUSetMems', text),
	'cpuset.mems.effective': field('CPUSetMemsEffective', text),
	'io.bfq.weight': field('IOBFQWeight', flat),
	'io.max': field('IOMax', nested),
	'io.pressure': field('IOPressure', nested),
	'io.stat': field('IOStat', nested),
	'memory.current': field('MemoryCurrent', single),
	'memory.events': field('MemoryEvents', flat),
	'memory.events.local': field('MemoryEventsLocal', flat),
	'memory.high': field('MemoryHigh', single),
	'memory.low': field('MemoryLow', single),
	'memory.max': field('MemoryMax', single),
	'memory.min': field('MemoryMin', single),
	'memory.numa_stat': field('MemoryNUMAStat', nested),
	'memory.oom.group': field('MemoryOOMGroup', single),
	'memory.peak': field('MemoryPeak', single),
	'memory.pressure': field('MemoryPressure', nested),
	'memory.stat': field('MemoryStat', flat),
	'memory.swap.current': field('MemorySwapCurrent', single),
	'memory.swap.events': field('MemorySwapEvents', flat),
	'memory.swap.high': field('MemorySwapHigh', single),
	'memory.swap.max': field('MemorySwapMax', single),
	'memory.swap.peak': field('MemorySwapPeak', single),
	'memory.zswap.current': field('MemoryZswapCurrent', single),
	'memory.zswap.max': field('MemoryZswapMax', single),
	'memory.zswap.writeback': field('MemoryZswapWriteback', single),
	'pids.current': field('PidsCurrent', single),
	'pids.events': field('PidsEvents', flat),
	'pids.max': field('PidsMax', single),
	'pids.peak': field('PidsPeak', single),
};

type FieldName = (typeof files)[keyof typeof files]['name'];
