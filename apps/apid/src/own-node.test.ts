import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateClientCertificate, generateSecrets } from '@ichor/machinery/secrets';
import { nodeCertificate } from '@ichor/machinery/testing/node-certificate';
import { frame, plainKey } from '@ichor/rpc';
import { Backends } from './backends.ts';
import { ApiServer } from './server.ts';

test('a call for the own node, alone or among others, makes no connection to another', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-apid-'));
	const socket = join(folder, 'machined.sock');
	const machined = createServer();
	let calls = 0;
	machined.on('stream', (stream) => {
		calls += 1;
		stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
		stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
		stream.resume().end(frame(Buffer.alloc(0)));
	});
	await once(machined.listen(socket), 'listening');
	const now = new Date();
	const secrets = await generateSecrets({ now });
	const authority = secrets.certs?.os?.crt ?? assert.fail();
	const own = await nodeCertificate(secrets, now);
	const backends = new HermitsBackends(socket);
	const place = { maintenance: false, forwards: true, isSelf: (target: string) => target === '10.5.0.2' };
	const server = new ApiServer({ certificate: own.crt, key: plainKey(own.key), ca: authority }, place, backends);
	await server.listen(port, '127.0.0.1');
	const { crt, key } = await generateClientCertificate(secrets, { now });
	const client = connect(`https://127.0.0.1:${port}`, { ca: authority, cert: crt, key: plainKey(key) });
	t.after(async () => {
		client.destroy();
		backends.close();
		await server.close();
		machined.close();
		await rm(folder, { recursive: true });
	});
	for (const metadata of [{ node: '10.5.0.2' }, { nodes: '10.5.0.2' }, { nodes: '10.5.0.2,10.5.0.2' }]) {
		const stream = client.request({
			':method': 'POST',
			':path': '/machine.MachineService/Version',
			'content-type': 'application/grpc',
			...metadata,
		});
		const answer: Buffer[] = [];
		stream.on('data', (chunk: Buffer) => answer.push(chunk)).end(frame(Buffer.alloc(0)));
		await once(stream, 'end');
		assert.doesNotMatch(Buffer.concat(answer).toString('latin1'), /no other node/, JSON.stringify(metadata));
	}
	assert.equal(calls, 4);
});

class HermitsBackends extends Backends {
	override remote(): never {
		throw new Error('there is no other node');
	}
}

/** Of the loopback, for this test alone. */
const port = 50_807;
