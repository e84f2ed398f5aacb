import type { ResourceType } from '@ichor/runtime';
import { usageBetween } from './processor-usage.ts';
import type { Sample } from './sample.ts';

/** Whether a node answers at present, and when that began. */
export type Connection =
	| { readonly state: 'connecting'; readonly reason: string }
	| { readonly state: 'live' }
	| { readonly state: 'lost'; readonly reason: string; readonly since: number };

/** What is drawn over time, the latest value last: shares of 1, the load, and bytes a second. */
type SeriesName = 'user' | 'system' | 'memory' | 'load' | 'received' | 'sent' | 'read' | 'written';

export type Series = Readonly<Record<SeriesName, readonly number[]>>;

/** Everything that is known of a node at present. What it does not answer any more stays as it was last. */
export class NodeFacts {
	/** As the user names it. */
	readonly node: string;
	connection: Connection = { state: 'connecting', reason: '' };
	/** The latest two, the older one first: what a node counts is shown as the difference of them. */
	samples: readonly Sample[] = [];
	series: Series = { user: [], system: [], memory: [], load: [], received: [], sent: [], read: [], written: [] };
	/** The kernel's log, the last lines of it. */
	log: readonly string[] = [];
	/** How many lines of the log came before those of {@link log}. */
	logDropped = 0;
	readonly #resources = new Map<string, ReadonlyMap<string, unknown>>();

	constructor(node: string) {
		this.node = node;
	}

	/** The resources of a type, by id. */
	all<Spec>({ type }: ResourceType<Spec>): ReadonlyMap<string, Spec> {
		// what is stored under a type was decoded by it
		return (this.#resources.get(type) ?? new Map()) as ReadonlyMap<string, Spec>;
	}

	/** The resource of a type of which there is one. */
	one<Spec>(type: ResourceType<Spec>): Spec | undefined {
		const [first] = this.all(type).values();
		return first;
	}

	/** Replaces the resources of a type. */
	keep<Spec>({ type }: ResourceType<Spec>, resources: ReadonlyMap<string, Spec>): void {
		this.#resources.set(type, resources);
	}

	answered(sample: Sample): void {
		const before = this.samples.at(-1);
		this.connection = { state: 'live' };
		this.samples = [...(before === undefined ? [] : [before]), sample];
		if (before === undefined) return;
		const latest = latestOf(before, sample);
		const grown = Object.entries(this.series).map(([name, values]) => [
			name,
			[...values, latest[name as SeriesName]].slice(-longestSeries),
		]);
		this.series = Object.fromEntries(grown) as Series;
	}

	failed(reason: string, now: number): void {
		if (this.samples.length === 0) this.connection = { state: 'connecting', reason };
		else this.connection = { state: 'lost', reason, since: this.connection.state === 'lost' ? this.connection.since : now };
	}

	said(lines: readonly string[]): void {
		const whole = [...this.log, ...lines];
		this.log = whole.slice(-longestLog);
		this.logDropped += whole.length - this.log.length;
	}

	/** The log begins anew: its stream has been opened again, and tells from the start. */
	forgetLog(): void {
		this.logDropped += this.log.length;
		this.log = [];
	}
}

/** As many points as a wide terminal draws, two in a column. */
const longestSeries = 400;

/** Upstream keeps as many lines (internal/pkg/dashboard/components). */
const longestLog = 1000;

function latestOf(before: Sample, { at, system, memory, load, network, disks }: Sample): Record<SeriesName, number> {
	const seconds = Math.max((at - before.at) / 1000, 0.001);
	const rate = (now: bigint | undefined, then: bigint | undefined, size = 1): number =>
		now === undefined || then === undefined || now < then ? 0 : (Number(now - then) * size) / seconds;
	const usage = usageBetween(before.system?.cpuTotal, system?.cpuTotal);
	return {
		user: usage?.user ?? 0,
		system: usage?.system ?? 0,
		memory: memoryShare(memory),
		load: load?.load1 ?? 0,
		received: rate(network?.rxBytes, before.network?.rxBytes),
		sent: rate(network?.txBytes, before.network?.txBytes),
		read: rate(disks?.readSectors, before.disks?.readSectors, sectorSize),
		written: rate(disks?.writeSectors, before.disks?.writeSectors, sectorSize),
	};
}

/** Bytes; the kernel counts in these whatever a disk has (Documentation/block/stat.rst). */
const sectorSize = 512;

/** What is used of the memory, as upstream counts: neither free, nor cache, nor buffers. */
export function memoryShare(memory: Sample['memory']): number {
	if (memory === undefined || memory.memtotal === 0n) return 0;
	return Number(memory.memtotal - memory.memfree - memory.cached - memory.buffers) / Number(memory.memtotal);
}
