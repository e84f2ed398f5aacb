import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { background, type Context, waitFor, withTimeout } from '@ichor/std';
import { campaign, stayTime } from './campaign.ts';
import { FakeElectionStore } from './fake-election-store.ts';

const office = 'talos:v1:vip:election:192.0.2.100';

describe('an election', () => {
	it('is won by the first, and then by the next', async () => {
		const store = new FakeElectionStore();
		const [a, b] = [candidate(store, 'a'), candidate(store, 'b', { when: () => store.candidates.includes('a') })];
		await until(() => a.holds);
		await until(() => store.candidates.length === 2);
		assert.equal(b.holds, false);
		a.stop();
		await until(() => b.holds);
		assert.equal(a.holds, false);
		b.stop();
		await Promise.all([a.ended, b.ended]);
		assert.deepEqual(store.candidates, []);
	});

	it('is lost in time by whoever is cut off from etcd', async () => {
		const store = new FakeElectionStore();
		const a = candidate(store, 'a');
		await until(() => a.holds);
		const cut = performance.now();
		store.reachable = false;
		const renewed = store.renewed;
		await until(() => !a.holds);
		assert.ok(a.stays + stayTime < renewed + 2000, `may last ${a.stays + stayTime - renewed} ms after the last renewal`);
		assert.ok(a.stays > renewed + 500, `told to stay ${a.stays - renewed} ms after the last renewal`);
		// two seconds are the lease; renewals come every 0.4 seconds
		assert.ok(performance.now() - cut < 1700, `held for ${performance.now() - cut} ms`);
		await a.ended;
	});

	it('is lost by whoever has lost the lease', async () => {
		const store = new FakeElectionStore();
		const a = candidate(store, 'a');
		await until(() => a.holds);
		store.expire();
		await until(() => !a.holds);
		await a.ended;
	});

	it('does not wait for what the same candidate has left behind', async () => {
		const store = new FakeElectionStore();
		await store.put(background, `${office}/1`, 'a', 1n);
		await store.put(background, `${office}/2`, 'b', 2n);
		const a = candidate(store, 'a');
		await until(() => store.candidates.join() === 'b,a');
		assert.equal(a.holds, false);
		a.stop();
		await a.ended;
	});
});

function candidate(store: FakeElectionStore, name: string, { when = (): boolean => true } = {}) {
	const stop = new AbortController();
	const context: Context = { ...background, signal: stop.signal };
	const self = { holds: false, stays: 0, stop: () => stop.abort(), ended: Promise.resolve() };
	const incumbent = {
		take: () => {
			self.holds = true;
			self.stays = performance.now();
		},
		stay: () => {
			self.stays = performance.now();
		},
		leave: () => {
			self.holds = false;
		},
	};
	self.ended = until(when)
		.then(() => campaign(context, store, { office, candidate: name, leaseSeconds: 2 }, incumbent))
		.catch(() => undefined);
	return self;
}

async function until(condition: () => boolean): Promise<void> {
	await waitFor(withTimeout(background, 5000), () => (condition() ? true : undefined), 5);
}
