import { type Context, pause, withTimeout } from '@ichor/std';
import { deposeWhenSilent } from './depose.ts';
import type { ElectionEntry, ElectionStore } from './election-store.ts';
import { Term } from './term.ts';

/** Who runs for what. */
export interface Candidacy {
	/** Key of the office. Every candidate has a key below it, named by its lease (etcd's concurrency.Election). */
	readonly office: string;
	/** Value of the candidate's key: who it is. */
	readonly candidate: string;
	/** How long a candidate that says nothing more blocks the others, in seconds. etcd allows no less than two. */
	readonly leaseSeconds: number;
}

/** What happens to a candidate. It may take the office again after it has left it. */
export interface Incumbent {
	/** The office is the candidate's, for the next `stayTime` milliseconds (term.ts). */
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
 * Runs for an office until the context is cancelled, the candidate's key is gone, or somebody else is found to have it.
 * What was taken has been left when this returns or throws, and the lease is given back if etcd can be reached. A
 * candidate that is cut off from etcd leaves the office and goes on running for it.
 *
 * No two have the office at once (docs/adr/0010):
 * - The incumbent leaves on its monotonic clock within the lease's time of having sent its last successful renewal: both
 *   the lease is kept alive and the key is put again, which takes a quorum and is seen by everybody.
 * - Others end its turn a whole lease after they have seen the last put, on theirs, in one transaction that fails when the
 *   key was put again meanwhile. After it no renewal succeeds: a key that is gone is not put again.
 * - A key that was put only once belongs to a candidate that does not renew like that, as upstream's do not, or not yet.
 *   Nobody ends its turn but etcd, with the lease.
 *
 * @throws RpcError when the store does not answer, the context's reason when it was cancelled
 */
export async function campaign(context: Context, store: ElectionStore, candidacy: Candidacy, incumbent: Incumbent): Promise<void> {
	const { office, candidate, leaseSeconds } = candidacy;
	const [leftover] = await store.oldest(context, `${office}/`);
	// our own, from before a restart: nobody has to wait for its lease
	if (leftover?.value === candidate) await store.remove(context, leftover.key);
	const asked = performance.now();
	const lease = await store.grant(context, leaseSeconds);
	const term = new Term(leaseSeconds * 1000, asked, incumbent);
	const lost = new AbortController();
	const running = { ...context, signal: AbortSignal.any([context.signal, lost.signal]) };
	const own = { ...candidacy, key: `${office}/${lease.toString(16)}`, lease };
	const renew = async (): Promise<void> => {
		if (!(await renewed(running, store, own, term))) lost.abort();
	};
	try {
		await Promise.race([keep(running, renew, leaseSeconds), run(running, store, own, term, renew)]);
	} catch (error) {
		if (!lost.signal.aborted) throw error;
	} finally {
		lost.abort();
		term.end();
		await store.revoke(withTimeout({ ...context, signal: new AbortController().signal }, revokeTime), lease).catch(() => undefined);
	}
}

interface Own extends Candidacy {
	readonly key: string;
	readonly lease: bigint;
}

/** Renews again and again, and waits for no answer: one that is late is still of use, one that never comes holds up nothing. */
async function keep(context: Context, renew: () => Promise<void>, leaseSeconds: number): Promise<never> {
	for (;;) {
		await pause(context, leaseSeconds * 1000 * renewShare);
		void renew();
	}
}

/** @returns whether the candidate still runs, as far as it is known */
async function renewed(context: Context, store: ElectionStore, own: Own, term: Term): Promise<boolean> {
	const { key, candidate, lease, leaseSeconds } = own;
	const asked = performance.now();
	const within = withTimeout(context, leaseSeconds * 1000 * usefulShare);
	try {
		// who waits for its turn bothers no disk
		const puts = term.elected ? store.putAgain(within, key, candidate, lease) : true;
		const [left, isThere] = await Promise.all([store.renew(within, lease), puts]);
		if (left <= 0 || !isThere) return false;
		term.renewed(asked);
	} catch {
		// asked again soon: the term ends by itself
	}
	return true;
}

/** Enters the list, waits to be the first in it, and looks whether it stays so. */
async function run(context: Context, store: ElectionStore, own: Own, term: Term, renew: () => Promise<void>): Promise<void> {
	const { office, key, candidate, lease, leaseSeconds } = own;
	await store.put(context, key, candidate, lease);
	let line: readonly ElectionEntry[] = [];
	let waiting = new AbortController();
	try {
		for await (const gone of store.changes(context, `${office}/`)) {
			const [before, next] = line;
			// nobody enters the line before who is in it: the next knows that it is its turn, and asks no etcd that may have lost its leader
			const isNext = next?.key === key && before !== undefined && gone.includes(before.key) && !gone.includes(key);
			line = isNext ? [next] : await oldestOf(context, store, `${office}/`);
			const [first] = line;
			if (first?.revision === before?.revision) continue;
			waiting.abort();
			if (first?.key === key) {
				if (before?.key === key) continue;
				term.take();
				// what was asked before may be too old, or not answered
				void renew();
			} else if (before?.key === key) return;
			else if (first !== undefined) {
				waiting = new AbortController();
				const until = { ...context, signal: AbortSignal.any([context.signal, waiting.signal]) };
				void deposeWhenSilent(until, store, first, leaseSeconds);
			}
		}
	} finally {
		waiting.abort();
	}
}

/**
 * Waits out an etcd that has no leader: who gives up then is the last in the list. One that is silent for longer may be
 * another by now, and is asked on a connection of another campaign.
 */
async function oldestOf(context: Context, store: ElectionStore, prefix: string): Promise<readonly ElectionEntry[]> {
	const patient = withTimeout(context, patience);
	for (;;) {
		try {
			return await store.oldest(withTimeout(patient, readTime), prefix);
		} catch {
			await pause(patient, readAgain);
		}
	}
}

/** Of the lease: every so often it is renewed, and for so long an answer is worth waiting for. */
const renewShare = 0.2;
const usefulShare = 0.7;

/** Milliseconds. */
const readTime = 500;
const readAgain = 50;
const patience = 5000;
const revokeTime = 1000;
