import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RpcCode, RpcError } from '@ichor/rpc';
import { background, withTimeout } from '@ichor/std';
import { removeMember } from './etcd-removal.ts';

/** Answers with these refusals in turn, then takes the member out. */
function cluster(...refusals: readonly (readonly [RpcCode, string])[]) {
	const left = refusals.map(([code, message]) => new RpcError(code, message));
	let asked = 0;
	const remove = async (): Promise<void> => {
		asked++;
		const refusal = left.shift();
		if (refusal !== undefined) throw refusal;
	};
	return { remove, asked: () => asked };
}

test('a member waits until its cluster can do without it', async () => {
	const { remove, asked } = cluster(['unavailable', 'etcdserver: unhealthy cluster'], ['unavailable', 'etcdserver: server stopped']);
	await removeMember(background, remove, 1);
	assert.equal(asked(), 3);
});

test('a member that is not there is out', async () => {
	const { remove, asked } = cluster(['not-found', 'etcdserver: member not found']);
	await removeMember(background, remove, 1);
	assert.equal(asked(), 1);
});

test('another refusal holds at once', async () => {
	const why = 'etcdserver: re-configuration failed due to not enough started members';
	const { remove, asked } = cluster(['failed-precondition', why]);
	await assert.rejects(removeMember(background, remove, 1), { code: 'failed-precondition', message: new RegExp(why) });
	assert.equal(asked(), 1);
});

test('who has waited long enough is told what etcd says', async () => {
	const remove = async () => await Promise.reject(new RpcError('unavailable', 'etcdserver: unhealthy cluster'));
	await assert.rejects(removeMember(withTimeout(background, 20), remove, 5), {
		code: 'unknown',
		message: /^failed to leave cluster: .*etcdserver: unhealthy cluster/,
	});
});
