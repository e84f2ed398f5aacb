import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { pulsePatience, pulsePeriod } from './constants.ts';
import { Pulse } from './pulse.ts';

test('a session beats while its node answers', async (t) => {
	const node = createServer();
	await once(node.listen(0, '127.0.0.1'), 'listening');
	const session = connect(`http://127.0.0.1:${(node.address() as AddressInfo).port}`);
	t.after(() => {
		session.destroy();
		node.close();
	});
	let clock = 0;
	const pulse = new Pulse(session, () => clock);
	await once(session, 'connect');
	for (let asked = 0; asked < 3; asked += 1) {
		clock += pulsePeriod + pulsePatience;
		assert.ok(pulse.beats());
		// pings are answered in their order
		await new Promise<void>((resolve) => session.ping(() => resolve()));
	}
});

test('a node that is silent has so long for an answer, be it to the dial or to a question', () => {
	const answers: (() => void)[] = [];
	const session = {
		once: (_: 'connect', answer: () => void) => answers.push(answer),
		ping: (answer: () => void) => answers.push(answer) > 0,
	};
	let clock = 0;
	const pulse = new Pulse(session, () => clock);
	for (const question of ['dial', 'ping', 'ping']) {
		clock += pulsePatience - 1;
		assert.ok(pulse.beats(), question);
		clock += 1;
		assert.ok(!pulse.beats(), question);
		answers.shift()?.();
		clock += pulsePeriod;
		assert.ok(pulse.beats(), 'one that answers late takes calls again, and is asked again');
		assert.equal(answers.length, 1);
	}
});
