import { type Context, pause, withTimeout } from '@ichor/std';
import type { ElectionStore } from './election-store.ts';

/** Who runs for what. */
export interface Candidacy {
	/** Key of the office. Every candidate has a key below it, named by its lease (etcd's concurrency.Election). */
	readonly office: string;
	/** Value of the candidate's key: who it is. */
	readonly candidate: string;
	/** How long a candidate that says nothing more blocks the others, in seconds. etcd allows no less than two. */
	readonly leaseSeconds: number;
}

/** What happens to a candidate. */
export interface Incumbent {
	/** The office is the candidate's, for the next {@link stayTime} milliseconds. */
	take(): void;
	/**
	 * It still is, for as long from now on. What lasts no longer has ended before anybody else can have the office, even if
	 * this process hangs.
	 */
	stay?(): void;
	/** It is not any more. Called before anybody else can have it; also when the campaign ends. */
	leave(): void;
}

/**
 * Runs for an office until the context is cancelled, the lease cannot be renewed, or somebody else is found to have it.
 * What was taken has been left when this returns or throws, and the lease is given back if etcd can be reached.
 *
 * The office is left on the machine's monotonic clock, a quarter of the lease before etcd can end it: an incumbent that
 * is cut off stops being one while nobody else can be.
 *
 * @throws RpcError when the store does not answer, the context's reason when it was cancelled
 */
export async function campaign(context: Context, store: ElectionStore, candidacy: Candidacy, incumbent: Incumbent): Promise<void> {
	const { office, candidate, leaseSeconds } = candidacy;
	const leftover = await store.oldest(context, `${office}/`);
	// our own, from before a restart: nobody has to wait for its lease
	if (leftover?.value === candidate) await store.remove(context, leftover.key);
	const asked = performance.now();
	const lease = await store.grant(context, leaseSeconds);
	const term = new Term(leaseSeconds, asked, incumbent);
	const running = { ...context, signal: AbortSignal.any([context.signal, term.ended]) };
	try {
		const key = `${office}/${lease.toString(16)}`;
		await Promise.race([keep(running, store, lease, term), run(running, store, { office, candidate, key, lease }, term), term.over]);
	} finally {
		term.end();
		await store.revoke(withTimeout({ ...context, signal: new AbortController().signal }, revokeTime), lease).catch(() => undefined);
	}
}

/** Milliseconds for which an incumbent may let the office last by itself: a second, and what the kernel's timers are late. */
export const stayTime = 1300;

/** How long the office may be held without another word from etcd. */
class Term {
	readonly #lease: number;
	readonly #incumbent: Incumbent;
	readonly #end = new AbortController();
	readonly #over = Promise.withResolvers<void>();
	#asked = 0;
	#fence: NodeJS.Timeout | undefined;
	#lastStay: NodeJS.Timeout | undefined;
	#elected = false;
	#holding = false;

	constructor(leaseSeconds: number, asked: number, incumbent: Incumbent) {
		this.#lease = leaseSeconds * 1000;
		this.#incumbent = incumbent;
		this.renewed(asked);
	}

	/** Aborts when the term has ended. */
	get ended(): AbortSignal {
		return this.#end.signal;
	}

	/** Resolves when the term has ended. */
	get over(): Promise<void> {
		return this.#over.promise;
	}

	/** The lease was renewed by a request that was sent at this time. */
	renewed(asked: number): void {
		this.#asked = asked;
		this.#clearTimers();
		this.#fence = setTimeout(() => this.end(), asked + this.#lease * usableShare - performance.now());
		this.#lastStay = setTimeout(() => this.#stay(), asked + this.#lease - stayTime - lateness - performance.now());
		this.#stay();
	}

	/** The office is the candidate's, at once or, when the last word from etcd is too old, after the next one. */
	take(): void {
		this.#elected = true;
		this.#stay();
	}

	/** Leaves the office, at once. */
	end(): void {
		this.#clearTimers();
		if (this.#holding) this.#incumbent.leave();
		this.#holding = false;
		this.#end.abort();
		this.#over.resolve();
	}

	#stay(): void {
		if (!this.#elected || this.#end.signal.aborted || performance.now() + stayTime > this.#asked + this.#lease) return;
		if (this.#holding) this.#incumbent.stay?.();
		else {
			this.#holding = true;
			this.#incumbent.take();
		}
	}

	#clearTimers(): void {
		clearTimeout(this.#fence);
		clearTimeout(this.#lastStay);
	}
}

/** Renews the lease until it is gone. An answer that does not come is asked for again: the term ends by itself. */
async function keep(context: Context, store: ElectionStore, lease: bigint, term: Term): Promise<void> {
	for (;;) {
		await pause(context, renewEvery);
		const asked = performance.now();
		const left = await store.renew(withTimeout(context, renewTime), lease).catch(() => undefined);
		if (left === undefined) continue;
		if (left <= 0) return;
		term.renewed(asked);
	}
}

interface Entry extends Pick<Candidacy, 'office' | 'candidate'> {
	readonly key: string;
	readonly lease: bigint;
}

/** Enters the list, waits to be the first in it, and looks whether it stays so. */
async function run(context: Context, store: ElectionStore, { office, candidate, key, lease }: Entry, term: Term): Promise<void> {
	await store.put(context, key, candidate, lease);
	let first = false;
	for await (const _ of store.changes(context, `${office}/`)) {
		const oldest = await store.oldest(context, `${office}/`);
		const isFirst = oldest?.key === key;
		if (first && !isFirst) return;
		first = isFirst;
		if (isFirst) term.take();
	}
}

/** Of the lease: the rest is for clocks that run at different speeds and for taking an address off a link. */
const usableShare = 0.75;

/** Milliseconds that a timer may come late and still be of use. */
const lateness = 50;

/** Milliseconds. */
const renewEvery = 400;
const renewTime = 700;
const revokeTime = 1000;
