import { mkdirSync } from 'node:fs';
import { appendFile, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeFrame, type Frame, framesIn, type HistoryEntry } from '@ichor/client/history';
import { MachineStatus, MountStatus } from '@ichor/machinery/resources';
import type { Pointer, Resource, StateObserver, TypeRegistry } from '@ichor/runtime';
import { type Context, messageOf, pause } from '@ichor/std';

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
	readonly #known = new Map<string, HistoryResource>();
	#waiting: HistoryResource[] = [];
	/** Number and size of the file that is written to. */
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
		// what nobody knows might be a secret
		if (type === undefined || type.sensitive === true) return;
		const noted = { time: metadata.updated, gone: false, metadata, view: () => type.codec.view(resource.spec) };
		this.#known.set(keyOf(metadata), noted);
		this.#note(noted);
	}

	destroyed(pointer: Pointer): void {
		if (pointer.type === MountStatus.type && pointer.id === volume) this.#mounted = false;
		if (!this.#known.delete(keyOf(pointer))) return;
		this.#note({ time: Date.now(), gone: true, metadata: { ...pointer, version: 0 }, view: () => undefined });
	}

	/** Writes until the context ends, and what is left then. */
	async run(context: Context): Promise<void> {
		while (!context.signal.aborted) {
			await pause(context, writePause).catch(() => undefined);
			await this.write(context);
		}
	}

	/** Writes what has happened since the last time. A disk that takes nothing is told of once; what is kept meanwhile has a bound. */
	async write(context: Context): Promise<void> {
		if (!this.#mounted || this.#waiting.length === 0) return;
		const entries = this.#waiting;
		this.#waiting = [];
		try {
			await this.#append(encodeFrame('changes', entries.map(entryOf), Date.now()));
			this.#failed = false;
		} catch (error) {
			this.#waiting = [...entries, ...this.#waiting].slice(-mostWaiting);
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
		if (this.#waiting.length > 2 * mostWaiting) this.#waiting = this.#waiting.slice(-mostWaiting);
	}

	#followVolume({ metadata, spec }: Resource): void {
		if (metadata.type === MountStatus.type && metadata.id === volume) this.#mounted = metadata.phase === 'running';
		// whoever wipes the volume does not expect to find a file in it
		if (metadata.type === MachineStatus.type && (spec as { readonly stage?: string }).stage === 'resetting') this.#mounted = false;
	}

	async #append(frame: Buffer): Promise<void> {
		if (this.#file === undefined || this.#file.size > this.#limit / fileCount) await this.#begin();
		if (this.#file === undefined) return;
		await appendFile(join(this.#folder, this.#file.name), frame, { mode: 0o600 });
		this.#file.size += frame.length;
	}

	/** Begins a file with everything that there is, and makes room for it. */
	async #begin(): Promise<void> {
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
		const now = Date.now();
		const name = `${String(number).padStart(8, '0')}-${now}.journal`;
		const state = encodeFrame('state', [...this.#known.values()].map(entryOf), now);
		await appendFile(join(this.#folder, name), state, { mode: 0o600 });
		this.#file = { name, size: state.length };
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
