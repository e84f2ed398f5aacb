import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { it } from 'node:test';
import { boundSocket } from './bound-socket.ts';

it('a socket that cannot be bound leaves no descriptor behind', async () => {
	const descriptors = () => readdirSync('/proc/self/fd').length;
	const attempt = async () => await boundSocket({ type: 'udp4' }, '203.0.113.9', 0);
	// the first one opens what Node keeps for all
	await assert.rejects(attempt(), { code: 'EADDRNOTAVAIL' });
	const before = descriptors();
	for (let count = 0; count < 5; count++) await assert.rejects(attempt(), { code: 'EADDRNOTAVAIL' });
	assert.equal(descriptors(), before);
	const socket = await boundSocket({ type: 'udp4' }, '127.0.0.1', 0);
	assert.equal(socket.address().address, '127.0.0.1');
	socket.close();
});
