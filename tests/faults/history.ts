import { setTimeout as pause } from 'node:timers/promises';
import { Compare_CompareResult, Compare_CompareTarget, KV } from '@ichor/api/etcd';
import { createClient, type RpcClient } from '@ichor/rpc';
import { Random } from '../compat/random.ts';
import type { VictimCluster } from './victim-cluster.ts';

/** One thing that a client did to a key, as os/mains/porcupine.go reads it. A key that is not there has the value "". */
export interface Operation {
	readonly client: number;
	readonly key: string;
	readonly kind: 'get' | 'put' | 'swap';
	/** What was put, or what was found. */
	readonly value: string;
	/** What a swap wanted to find, and whether it did. */
	readonly expected: string;
	readonly swapped: boolean;
	/** No answer came: it may have been done, at any time since. */
	readonly unknown: boolean;
	/** Microseconds since the history began. */
	readonly call: number;
	readonly return: number;
}

/**
 * Lets clients read, write and swap a few keys at once, each at a member of its own, until `fault` has ended.
 *
 * @returns what they did, with what they were told
 */
export async function historyOf(cluster: VictimCluster, random: Random, fault: () => Promise<void>): Promise<readonly Operation[]> {
	const stop = new AbortController();
	const history: Operation[] = [];
	const began = performance.now();
	const clients = Array.from({ length: clientCount }, async (_, client) => {
		const address = cluster.addresses[client % cluster.addresses.length] ?? '';
		await operate({ cluster, address, client, random: new Random(random.below(2 ** 31)), began, history }, stop.signal);
	});
	try {
		await fault();
	} finally {
		stop.abort();
		await Promise.all(clients);
	}
	return history;
}

interface Operator {
	readonly cluster: VictimCluster;
	readonly address: string;
	readonly client: number;
	readonly random: Random;
	readonly began: number;
	readonly history: Operation[];
}

async function operate({ cluster, address, client, random, began, history }: Operator, stop: AbortSignal): Promise<void> {
	const now = (): number => Math.round((performance.now() - began) * 1000);
	let channel = cluster.etcd(address);
	let last = '';
	for (let number = 0; !stop.aborted; number += 1) {
		const kv = createClient(KV, channel);
		const call = now();
		const kind = random.pick(kinds);
		const asked = {
			client,
			// keys of their own for every few seconds: each write without an answer makes a key harder to judge
			key: `ichor-history/${Math.floor(call / keyLife)}/${random.below(keyCount)}`,
			kind,
			value: kind === 'get' ? '' : `${client}-${number}`,
			expected: kind === 'swap' ? last : '',
			call,
		};
		try {
			const told = await operated(kv, asked);
			last = told.value;
			history.push({ ...asked, ...told, unknown: false, return: now() });
			await pause(random.below(20));
		} catch {
			// a read that told nothing is nothing; a write may be done much later
			if (kind !== 'get') history.push({ ...asked, swapped: false, unknown: true, return: Number.MAX_SAFE_INTEGER });
			channel.close();
			await pause(downPause);
			channel = cluster.etcd(address);
		}
	}
	channel.close();
}

type Asked = Pick<Operation, 'key' | 'kind' | 'value' | 'expected'>;

/** @throws RpcError when nobody says whether it was done */
async function operated(kv: RpcClient<typeof KV>, { key, kind, value, expected }: Asked): Promise<Pick<Operation, 'value' | 'swapped'>> {
	const options = { timeout: answerTime };
	if (kind === 'put') {
		await kv.put({ key: encode(key), value: encode(value) }, options);
		return { value, swapped: false };
	}
	if (kind === 'get') {
		const { kvs } = await kv.range({ key: encode(key) }, options);
		return { value: kvs[0] === undefined ? '' : new TextDecoder().decode(kvs[0].value), swapped: false };
	}
	const absent = { target: Compare_CompareTarget.VERSION, targetUnion: { case: 'version' as const, value: 0n } };
	const equal = { target: Compare_CompareTarget.VALUE, targetUnion: { case: 'value' as const, value: encode(expected) } };
	const compare = { key: encode(key), result: Compare_CompareResult.EQUAL, ...(expected === '' ? absent : equal) };
	const put = { request: { case: 'requestPut' as const, value: { key: encode(key), value: encode(value) } } };
	const { succeeded } = await kv.txn({ compare: [compare], success: [put] }, options);
	return { value, swapped: succeeded };
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const kinds = ['get', 'get', 'put', 'swap'] as const;
/** Two at each member. */
const clientCount = 6;
const keyCount = 3;
/** Microseconds. */
const keyLife = 5_000_000;
/** Milliseconds. */
const answerTime = 1000;
const downPause = 500;
