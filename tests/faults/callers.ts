import { setTimeout as pause } from 'node:timers/promises';
import { KV } from '@ichor/api/etcd';
import { createClient } from '@ichor/rpc';
import { messageOf } from '@ichor/std';
import { callTimeout, type VictimCluster } from './victim-cluster.ts';

/** What clients saw while something went wrong. */
export interface Seen {
	/** Calls of the API that were answered. */
	readonly calls: number;
	/** Longest time between two answers, in milliseconds, of a client that knows all endpoints. */
	readonly gap: number;
	/** What the client was told meanwhile, and when that silence began and ended (performance.now). */
	readonly silence: Silence;
	/** Writes that etcd acknowledged. */
	readonly writes: number;
}

/** Milliseconds that the API may be silent to a client that knows every endpoint (issue 7). */
export const longestGap = 2000;

/** A time without an answer of the API. */
export interface Silence {
	readonly began: number;
	readonly ended: number;
	/** What calls failed with, each time that it changed, with the milliseconds since the silence began. */
	readonly failures: readonly string[];
}

/**
 * Calls the API and writes to etcd, one call after another, until `fault` has ended; then reads every write back.
 *
 * @throws Error for an acknowledged write that is not there
 */
export async function watched(cluster: VictimCluster, fault: () => Promise<void>): Promise<Seen> {
	const stop = new AbortController();
	const calling = callAgain(cluster, stop.signal);
	const writing = writeAgain(cluster, stop.signal);
	try {
		await fault();
		await cluster.well();
	} finally {
		stop.abort();
	}
	const [{ calls, silence }, written] = await Promise.all([calling, writing]);
	await requireWrites(cluster, written);
	return { calls, gap: silence.ended - silence.began, silence, writes: written.size };
}

async function callAgain(cluster: VictimCluster, stop: AbortSignal): Promise<Pick<Seen, 'calls' | 'silence'>> {
	let [calls, last] = [0, performance.now()];
	let longest: Silence = { began: last, ended: last, failures: [] };
	let failures: string[] = [];
	let failure = '';
	while (!stop.aborted) {
		try {
			// the endpoint itself: another node that is down is another fault
			await cluster.started.talos.machine.version({}, { timeout: 1000 });
			calls += 1;
			const now = performance.now();
			if (now - last > longest.ended - longest.began) longest = { began: last, ended: now, failures };
			[last, failures, failure] = [now, [], ''];
		} catch (error) {
			// the silence goes on
			const said = `${cluster.started.talos.endpoint()}: ${messageOf(error)}`;
			if (said !== failure) failures.push(`${(performance.now() - last).toFixed(0)} ms: ${said}`);
			failure = said;
		}
		await pause(20);
	}
	return { calls, silence: longest };
}

/** Key and value of what was acknowledged. A write that failed may have been done all the same: it is written over. */
async function writeAgain(cluster: VictimCluster, stop: AbortSignal): Promise<ReadonlyMap<string, string>> {
	const written = new Map<string, string>();
	const channels = cluster.addresses.map((address) => cluster.etcd(address));
	const clients = channels.map((channel) => createClient(KV, channel));
	try {
		for (let number = 0; !stop.aborted; number++) {
			const key = `ichor-faults/${number % 1000}`;
			const client = clients[number % clients.length];
			try {
				await client?.put({ key: encode(key), value: encode(String(number)) }, { timeout: 1000 });
				written.set(key, String(number));
			} catch {
				// neither the old value nor the new one is certain now
				written.delete(key);
			}
			await pause(5);
		}
	} finally {
		for (const channel of channels) channel.close();
	}
	return written;
}

async function requireWrites(cluster: VictimCluster, written: ReadonlyMap<string, string>): Promise<void> {
	const channel = cluster.etcd(cluster.addresses[0] ?? '');
	try {
		const client = createClient(KV, channel);
		for (const [key, value] of written) {
			const { kvs } = await client.range({ key: encode(key) }, { timeout: callTimeout });
			const found = kvs[0] === undefined ? 'nothing' : new TextDecoder().decode(kvs[0].value);
			if (found !== value) throw new Error(`etcd acknowledged ${key} = ${value}, and has ${found}`);
		}
	} finally {
		channel.close();
	}
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
