import { mkdirSync } from 'node:fs';
import { appendFile, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeFrame, type Frame, framesIn, type HistoryEntry } from '@ichor/client/history';
import { MachineStatus, MountStatus } from '@ichor/machinery/resources';
import type { Pointer, Resource, StateObserver, TypeRegistry } from '@ichor/runtime';
import { type Context, messageOf, rest } from '@ichor/std';

export interface JournalOptions {
	readonly folder: string;
	/** Which types are secrets, and how people see the others. */
	readonly registry: TypeRegistry;
	/** Bytes on disk. */
	readonly limit?: number;
}

/**
 * Writes down every change of every resource that is no secret, once a second, in files that are only appended to: each
 * begins with everything that there is, so that the oldest can go when they become too large together. A crash costs the
 * last second; what is torn then is at the end of a file, and a new process begins a new one.
 */
export class Journal implements StateObserver {
	readonly #folder: string;
	readonly #registry: TypeRegistry;
	readonly #limit: number;
	/** What there is by what has been written. */
	readonly #written = new Map<string, HistoryResource>();
	#waiting: HistoryResource[] = [];
	/** The file that is written to, and its bytes. */
	#file: { readonly name: string; size: number } | undefined;
	/** The volume is there, and is not being wiped. */
	#mounted = false;
	#failed = false;

	constructor({ folder, registry, limit = journalLimit }: JournalOptions) {
		this.#folder = folder;
		this.#registry = registry;
		this.#limit = limit;
	}

	stored(resource: Resource): void {
		const { metadata } = resource;
		this.#followVolume(resource);
		const type = this.#registry.find(metadata.type);
		if (type === undefined || this.#isSecret(metadata)) return;
		this.#note({ time: metadata.updated, gone: false, metadata, view: () => type.codec.view(resource.spec) });
	}

	destroyed(pointer: Pointer): void {
		if (pointer.type === MountStatus.type && pointer.id === volume) this.#mounted = false;
		if (this.#isSecret(pointer)) return;
		this.#note({ time: Date.now(), gone: true, metadata: { ...pointer, version: 0 }, view: () => undefined });
	}

	/** Writes until the context ends, and what is left then. */
	async run(context: Context): Promise<void> {
		while (!context.signal.aborted) {
			await rest(context, writePause);
			await this.write(context);
		}
	}

	/** Writes what has happened since the last time. A disk that takes nothing is told of once; what is kept meanwhile has a bound. */
	async write(context: Context): Promise<void> {
		if (!this.#mounted || this.#waiting.length === 0) return;
		const entries = this.#waiting;
		this.#waiting = [];
		try {
			await this.#append(entries);
			for (const entry of entries) this.#apply(entry);
			this.#failed = false;
		} catch (error) {
			this.#waiting = [...entries, ...this.#waiting];
			// it may end with a torn frame, behind which nobody reads on
			this.#file = undefined;
			if (!this.#failed) context.log('warn', 'the journal of resources cannot be written', { error: messageOf(error) });
			this.#failed = true;
		}
	}

	/** The frames from the last whole state before a moment on, up to another. */
	async *frames(since: number, until: number): AsyncIterable<Frame> {
		const names = await this.#files();
		const from = Math.max(
			names.findLastIndex((name) => beginningOf(name) <= since),
			0,
		);
		for (const name of names.slice(from)) {
			for (const frame of framesIn(await readFile(join(this.#folder, name)))) {
				if (frame.first > until) return;
				yield frame;
			}
		}
	}

	#note(resource: HistoryResource): void {
		this.#waiting.push(resource);
		if (this.#waiting.length > 2 * mostWaiting) for (const dropped of this.#waiting.splice(0, mostWaiting)) this.#apply(dropped);
	}

	#apply(resource: HistoryResource): void {
		if (resource.gone) this.#written.delete(keyOf(resource.metadata));
		else this.#written.set(keyOf(resource.metadata), resource);
	}

	/** What nobody knows might be one. */
	#isSecret({ type }: Pointer): boolean {
		const known = this.#registry.find(type);
		return known === undefined || known.sensitive === true;
	}

	#followVolume({ metadata, spec }: Resource): void {
		if (metadata.type === MountStatus.type && metadata.id === volume) this.#mounted = metadata.phase === 'running';
		// whoever wipes the volume does not expect to find a file in it
		if (metadata.type === MachineStatus.type && (spec as { readonly stage?: string }).stage === 'resetting') this.#mounted = false;
	}

	async #append(entries: readonly HistoryResource[]): Promise<void> {
		const frame = encodeFrame('changes', entries.map(entryOf), Date.now());
		if (this.#file === undefined || this.#file.size > this.#limit / fileCount)
			this.#file = await this.#begin(entries[0]?.time ?? Date.now());
		await appendFile(join(this.#folder, this.#file.name), frame, { mode: 0o600 });
		this.#file.size += frame.length;
	}

	/** Begins a file with everything that there was at a moment, and makes room for it. */
	async #begin(time: number): Promise<{ readonly name: string; size: number }> {
		mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
		const names = await this.#files();
		const sizes = await Promise.all(names.map(async (name) => (await stat(join(this.#folder, name))).size));
		let total = sizes.reduce((sum, size) => sum + size, 0);
		for (const [index, name] of names.entries()) {
			if (total <= this.#limit - this.#limit / fileCount) break;
			await rm(join(this.#folder, name));
			total -= sizes[index] ?? 0;
		}
		const number = Number.parseInt(names.at(-1) ?? '0', 10) + 1;
		const name = `${String(number).padStart(8, '0')}-${time}.journal`;
		const state = encodeFrame('state', [...this.#written.values()].map(entryOf), time);
		const path = join(this.#folder, name);
		try {
			await appendFile(path, state, { mode: 0o600 });
		} catch (error) {
			// a disk without room gets no pile of torn files
			await rm(path, { force: true });
			throw error;
		}
		return { name, size: state.length };
	}

	async #files(): Promise<readonly string[]> {
		const names = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return [];
			throw error;
		});
		return names.filter((name) => /^\d{8}-\d+\.journal$/.test(name)).sort();
	}
}

/** Of `00000007-1763750000000.journal`, in milliseconds since 1970. */
function beginningOf(name: string): number {
	return Number(name.slice(9, -'.journal'.length));
}

/** An entry before it is written: specs never change, so what they look like is asked then. */
interface HistoryResource extends Omit<HistoryEntry, 'spec'> {
	readonly view: () => unknown;
}

function entryOf({ time, gone, metadata: { namespace, type, id, version, owner, phase }, view }: HistoryResource): HistoryEntry {
	if (gone) return { time, gone, metadata: { namespace, type, id, version } };
	return {
		time,
		gone,
		metadata: { namespace, type, id, version, ...(owner ? { owner } : {}), ...(phase ? { phase } : {}) },
		spec: plain(view()),
	};
}

/** JSON has no integers of 64 bits. */
function plain(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value ?? null, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)));
}

function keyOf({ namespace, type, id }: Pointer): string {
	return `${namespace}\n${type}\n${id}`;
}

/** The volume that the journal is on: what a reset wipes. */
const volume = 'EPHEMERAL';
/** Bytes; an eighth of it, and of the past, goes at once. */
const journalLimit = 64 * 2 ** 20;
const fileCount = 8;
/** Milliseconds between two writes, and entries that wait for a disk. */
const writePause = 1000;
const mostWaiting = 20_000;
