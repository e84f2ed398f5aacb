import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { DialSlots } from './dial-slots.ts';

class FakeSession extends EventEmitter {
	connecting = true;
}

test('so many connections are made at a time, and the next when one stands or fails', async () => {
	const slots = new DialSlots(2);
	const sessions = Array.from({ length: 5 }, () => new FakeSession());
	const opened: FakeSession[] = [];
	const dials = sessions.map((session) => slots.dial(() => ({ session: (opened.push(session), session) })));
	await turn();
	assert.equal(opened.length, 2);
	opened[0]?.emit('connect');
	opened[0]?.emit('close');
	await turn();
	assert.equal(opened.length, 3);
	opened[1]?.emit('close');
	opened[2]?.emit('close');
	await Promise.all(dials);
	assert.deepEqual(opened, sessions);
});

test('a connection that stands takes no room, and neither does one that cannot be made', async () => {
	const slots = new DialSlots(1);
	const standing = Object.assign(new FakeSession(), { connecting: false });
	for (let count = 0; count < 3; count += 1) await slots.dial(() => ({ session: standing }));
	const refuse = () => {
		throw new Error('no way');
	};
	for (let count = 0; count < 3; count += 1) await assert.rejects(slots.dial(refuse), /no way/);
	assert.equal((await slots.dial(() => ({ session: standing }))).session, standing);
});

async function turn(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
