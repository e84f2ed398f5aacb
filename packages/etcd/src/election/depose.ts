import { type Context, pause, withTimeout } from '@ichor/std';
import type { ElectionEntry, ElectionStore } from './election-store.ts';

/**
 * Ends the turn of an incumbent that puts its key no more, once whatever it may still hold has ended by its own clock:
 * long before etcd does when etcd's leader is gone too, for a new leader lets every lease begin anew.
 *
 * To be called as soon as the last put is seen; every later put needs a call of its own, and this one cancelled. Does
 * nothing about an incumbent that has put its key only once: it may not know of this rule.
 */
export async function deposeWhenSilent(
	context: Context,
	store: ElectionStore,
	incumbent: ElectionEntry,
	leaseSeconds: number,
): Promise<void> {
	if (incumbent.version < 2) return;
	try {
		await pause(context, leaseSeconds * 1000 * (1 + clockDrift));
		while (!(await removed(context, store, incumbent))) await pause(context, retryPause);
	} catch {
		// cancelled: somebody has been heard of
	}
}

/** @returns false when etcd does not say */
async function removed(context: Context, store: ElectionStore, incumbent: ElectionEntry): Promise<boolean> {
	try {
		await store.removeUnchanged(withTimeout(context, answerTime), incumbent);
		return true;
	} catch {
		return false;
	}
}

/** By how much two monotonic clocks may differ: ten times what adjtimex(2) lets the kernel slew by, 500 parts per million. */
const clockDrift = 0.005;

/** Milliseconds. */
const answerTime = 300;
const retryPause = 50;
