import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { background, type Context, waitFor, withTimeout } from '@ichor/std';
import { campaign } from './campaign.ts';
import type { ElectionStore } from './election-store.ts';
import { FakeElectionStore } from './fake-election-store.ts';
import { stayTime } from './term.ts';

const office = 'talos:v1:vip:election:192.0.2.100';

describe('an election', () => {
	// a test that fails leaves nobody running
	afterEach(() => {
		for (const stop of running.splice(0)) stop();
	});

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

	it("is the next one's without a question, which an etcd without a leader would not answer", async () => {
		const store = new FakeElectionStore();
		const a = candidate(store, 'a');
		await until(() => a.holds);
		const oldest = store.oldest.bind(store);
		let lines = 0;
		store.oldest = async (...question) => {
			if (!a.holds) throw new Error('no leader');
			const line = await oldest(...question);
			lines += line.length === 2 ? 1 : 0;
			return line;
		};
		const b = candidate(store, 'b');
		await until(() => lines > 0);
		a.stop();
		await until(() => b.holds);
		b.stop();
		await Promise.all([a.ended, b.ended]);
	});

	it('is left in time by whoever is cut off from etcd, and taken again when nobody else has it', async () => {
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
		store.reachable = true;
		await until(() => a.holds);
		a.stop();
		await a.ended;
		assert.equal(a.holds, false);
	});

	it('passes on from a silent incumbent, not before its time has ended', async () => {
		const store = new FakeElectionStore();
		const link = cuttable(store);
		const a = candidate(link.store, 'a');
		await until(() => a.holds);
		const b = candidate(store, 'b');
		await until(() => store.candidates.length === 2);
		link.cut();
		const cut = performance.now();
		await until(() => b.holds);
		assert.equal(a.holds, false);
		assert.ok(a.left < b.took, `left ${a.left - b.took} ms after it was taken`);
		// the last renewal was at most 0.4 seconds before, and what the other machine's kernel still had then lasts two
		assert.ok(b.took > a.stays + stayTime && b.took < cut + 2500, `taken ${b.took - cut} ms after the cut`);
		link.heal();
		await a.ended;
		b.stop();
		await b.ended;
	});

	it('does not pass on from an incumbent that renews nothing but its lease', async () => {
		const store = new FakeElectionStore();
		await store.put(background, `${office}/1`, 'theirs', await store.grant());
		const a = candidate(store, 'a');
		await until(() => store.candidates.length === 2);
		const entered = performance.now();
		await until(() => performance.now() > entered + 2200);
		assert.deepEqual(store.candidates, ['theirs', 'a']);
		await store.remove(background, `${office}/1`);
		await until(() => a.holds);
		a.stop();
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

/** A store that one candidate can be cut off from. */
function cuttable(shared: FakeElectionStore) {
	let reachable = true;
	const through = <Result>(call: () => Result): Result => {
		if (!reachable) throw new Error('cut off');
		return call();
	};
	const store: ElectionStore = {
		grant: async () => await through(async () => await shared.grant()),
		renew: async (...call) => await through(async () => await shared.renew(...call)),
		revoke: async (...call) => await through(async () => await shared.revoke(...call)),
		put: async (...call) => await through(async () => await shared.put(...call)),
		putAgain: async (...call) => await through(async () => await shared.putAgain(...call)),
		remove: async (...call) => await through(async () => await shared.remove(...call)),
		removeUnchanged: async (...call) => await through(async () => await shared.removeUnchanged(...call)),
		oldest: async (...call) => await through(async () => await shared.oldest(...call)),
		changes: (context) => shared.changes(context),
		close: () => undefined,
	};
	return {
		store,
		cut: () => {
			reachable = false;
		},
		heal: () => {
			reachable = true;
		},
	};
}

const running: (() => void)[] = [];

function candidate(store: ElectionStore, name: string, { when = (): boolean => true } = {}) {
	const stop = new AbortController();
	const context: Context = { ...background, signal: stop.signal };
	const self = { holds: false, stays: 0, took: 0, left: 0, stop: () => stop.abort(), ended: Promise.resolve() };
	const incumbent = {
		take: () => {
			self.holds = true;
			self.stays = performance.now();
			self.took = performance.now();
		},
		stay: () => {
			self.stays = performance.now();
		},
		leave: () => {
			self.holds = false;
			self.left = performance.now();
		},
	};
	running.push(self.stop);
	self.ended = until(when)
		.then(() => campaign(context, store, { office, candidate: name, leaseSeconds: 2 }, incumbent))
		.catch(() => undefined);
	return self;
}

async function until(condition: () => boolean): Promise<void> {
	await waitFor(withTimeout(background, 5000), () => (condition() ? true : undefined), 5);
}
