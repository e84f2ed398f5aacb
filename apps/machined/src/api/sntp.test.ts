import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { type TestContext, test } from 'node:test';
import { querySntp } from './sntp.ts';

/** A time server that answers with these bytes over what it was asked. */
async function server(t: TestContext, change: (answer: Buffer) => void): Promise<number> {
	const socket = createSocket('udp4');
	t.after(() => socket.close());
	socket.on('message', (request, { port, address }) => {
		const answer = Buffer.alloc(48);
		answer[0] = 0x24;
		answer[1] = 2;
		request.copy(answer, 24, 40, 48);
		answer.writeUInt32BE(2_208_988_800 + 1_700_000_000, 40);
		answer.writeUInt32BE(0x80000000, 44);
		change(answer);
		socket.send(answer, port, address);
	});
	await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
	return socket.address().port;
}

test('tells the time of the server, with its fraction, in both eras', async (t) => {
	assert.equal(await querySntp('127.0.0.1', { port: await server(t, () => undefined) }), 1_700_000_000_500);
	const later = await server(t, (answer) => answer.writeUInt32BE(1, 40));
	assert.equal(await querySntp('127.0.0.1', { port: later }), (2 ** 32 + 1 - 2_208_988_800) * 1000 + 500);
});

test('does not believe a server that does not know the time', async (t) => {
	const refused = async (change: (answer: Buffer) => void, why: RegExp) =>
		await assert.rejects(querySntp('127.0.0.1', { port: await server(t, change) }), why);
	await refused((answer) => answer.writeUInt8(0xe4, 0), /not synchronized/);
	await refused((answer) => {
		answer[1] = 0;
		answer.write('RATE', 12);
	}, /kiss of death received: RATE/);
	await refused((answer) => answer.writeUInt8(0x23, 0), /invalid mode/);
	await refused((answer) => answer.fill(0, 40), /invalid transmit time/);
});

test('does not hear whom it did not ask, nor wait for ever', async (t) => {
	const port = await server(t, (answer) => answer.writeUInt8((answer[24] ?? 0) ^ 1, 24));
	await assert.rejects(querySntp('127.0.0.1', { port, timeout: 50 }), /i\/o timeout/);
	await assert.rejects(querySntp('127.0.0.1', { port: 9, timeout: 2000 }), /connection refused/);
	await assert.rejects(querySntp('no.such.host.invalid', { timeout: 2000 }), /^Error: lookup no.such.host.invalid: /);
});
