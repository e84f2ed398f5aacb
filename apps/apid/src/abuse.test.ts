import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import {
	type ClientHttp2Session,
	connect,
	constants,
	createServer,
	type Http2Server,
	type IncomingHttpHeaders,
	type OutgoingHttpHeaders,
} from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { CertificateAndKey } from '@ichor/machinery/pki';
import { generateClientCertificate, generateSecrets } from '@ichor/machinery/secrets';
import { nodeCertificate } from '@ichor/machinery/testing/node-certificate';
import { plainKey } from '@ichor/rpc';
import { background, waitFor, withTimeout } from '@ichor/std';
import { Backends } from './backends.ts';
import { maxTargets, mostDials } from './constants.ts';
import { ApiServer } from './server.ts';

/**
 * What a client of evil intent does, while another one is served. The memory and the pace are
 * those of all together: both ends, the other client and the machine behind are this process.
 */
describe('a client that abuses HTTP/2 and gRPC', { timeout: 120_000 }, () => {
	const folder = mkdtempSync(join(tmpdir(), 'ichor-apid-'));
	const machined = fakeMachined();
	let backends: Backends;
	let server: ApiServer;
	let dial: () => ClientHttp2Session;
	let good: ClientHttp2Session;
	/** Calls a millisecond that the good client makes when there is no other. */
	let pace: number;

	before(async () => {
		const now = new Date();
		const secrets = await generateSecrets({ now });
		const os = secrets.certs?.os ?? assert.fail();
		const own = await nodeCertificate(secrets, now);
		const client = await generateClientCertificate(secrets, { now });
		const node = await generateClientCertificate(secrets, { roles: ['os:impersonator'], now });
		const dialAs = ({ crt, key }: CertificateAndKey): ClientHttp2Session => {
			const session = connect(`https://127.0.0.1:${port}`, { ca: os.crt, cert: crt, key: plainKey(key) });
			session.on('error', () => undefined);
			return session;
		};
		await new Promise<void>((resolve) => machined.listen(join(folder, 'machined.sock'), resolve));
		const credentials = { certificate: own.crt, key: plainKey(own.key), ca: os.crt };
		backends = new LoopedBackends(join(folder, 'machined.sock'), () => dialAs(node));
		backends.use(credentials);
		server = new ApiServer(credentials, { maintenance: false, forwards: true, isSelf: () => false }, backends);
		await server.listen(port, '127.0.0.1');
		dial = () => dialAs(client);
		good = dial();
		const start = performance.now();
		for (let count = 0; count < 200; count++) assert.equal(await version(good), 'answered');
		pace = 200 / (performance.now() - start);
	});

	after(async () => {
		good.destroy();
		backends.close();
		await server.close();
		machined.close();
		rmSync(folder, { recursive: true });
	});

	const attacks: Readonly<Record<string, (evil: ClientHttp2Session) => Promise<void>>> = {
		async 'opens streams and resets them at once'(evil) {
			for (let count = 0; count < 3000 && !evil.destroyed && !evil.closed; count++) {
				const stream = evil.request(headers);
				stream.on('error', () => undefined);
				stream.close(constants.NGHTTP2_CANCEL);
				if (count % 100 === 0) await turn();
			}
		},
		async 'sends headers without end'(evil) {
			const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`x-${index}`, 'v'.repeat(64)]));
			for (let count = 0; count < 20 && !evil.destroyed; count++) assert.notEqual(await version(evil, { ...headers, ...many }), 'answered');
		},
		async 'leaves a thousand streams idle'(evil) {
			const streams = Array.from({ length: 1000 }, () => evil.request(headers));
			for (const stream of streams) stream.on('error', () => undefined);
			await turn();
		},
		async 'reads nothing of what it asks for'(evil) {
			// as much as each may have comes while the next ones are opened
			for (let count = 0; count < 1000; count++) {
				const stream = evil.request({ ...headers, ':path': '/machine.MachineService/Read' });
				stream.on('error', () => undefined);
				stream.pause();
				stream.end(emptyMessage);
				if (count % 10 === 0) await turn();
			}
			await turn();
		},
		async 'sends a message that says it is larger than any, and one that ends too early'(evil) {
			for (const length of [0xffff_ffff, 10]) {
				const stream = evil.request(headers);
				stream.on('error', () => undefined);
				const head = Buffer.alloc(5);
				head.writeUInt32BE(length, 1);
				stream.end(head);
				await new Promise<void>((resolve) => stream.on('close', resolve).resume());
			}
		},
		async 'names more nodes than there may be'(evil) {
			const nodes = Array.from({ length: maxTargets + 1 }, (_, index) => `10.0.${index >> 8}.${index & 255}`).join(', ');
			assert.notEqual(await version(evil, { ...headers, nodes }), 'answered');
		},
		async 'names ten thousand nodes, as Go does, in as many headers'(evil) {
			const nodes = Array.from({ length: maxTargets }, (_, index) => `10.0.${index >> 8}.${index & 255}`);
			assert.notEqual(await version(evil, { ...headers, nodes }), 'answered');
		},
		async 'names a thousand nodes that are all this one, by other addresses'(evil) {
			// of 198.18.0.0/15, which no network has (RFC 2544, C.2.2)
			const nodes = Array.from({ length: 1000 }, (_, index) => `198.18.${index >> 8}.${index & 255}`);
			let reached = 0;
			const count = (_: unknown, { circle }: IncomingHttpHeaders): void => void (circle === 'yes' && reached++);
			machined.on('stream', count);
			assert.equal(await version(evil, { ...headers, nodes, circle: 'yes' }), 'answered');
			machined.off('stream', count);
			assert.equal(reached, nodes.length, 'each call is carried once, and not carried on');
		},
		async 'names many more nodes than are dialled at a time, none of which is there'(evil) {
			// of 240.0.0.0/4, where nobody is (RFC 1112, 4)
			const nodes = Array.from({ length: 4 * mostDials }, (_, index) => `240.0.${index >> 8}.${index & 255}`);
			for (let from = 0; from < nodes.length; from += 500)
				void version(evil, { ...headers, nodes: nodes.slice(from, from + 500).join(',') });
			await turn();
		},
		async 'speaks something else'(evil) {
			assert.equal(await version(evil, { ':method': 'GET', ':path': '/' }), '415');
			assert.equal(await version(evil, { ':method': 'POST', ':path': '/x', 'content-type': 'text/html' }), '415');
		},
	};

	for (const [what, attack] of Object.entries(attacks)) {
		test(`one that ${what} harms nobody else`, async () => {
			const evil = dial();
			const memory = process.memoryUsage().rss;
			const start = performance.now();
			let served = 0;
			let over = false;
			const serving = (async () => {
				while (!over) {
					assert.equal(await version(good), 'answered');
					served++;
				}
			})();
			try {
				await attack(evil);
				const enough = served + 20;
				await waitFor(withTimeout(background, 20_000), () => (served >= enough ? true : undefined), 5);
			} finally {
				over = true;
				await serving;
			}
			evil.destroy();
			const grown = Math.round((process.memoryUsage().rss - memory) / 2 ** 20);
			const elapsed = performance.now() - start;
			const usual = (pace * elapsed).toFixed(0);
			console.log(
				`one that ${what}: ${served} calls of another client served in ${elapsed.toFixed(0)} ms, beside ${usual} without it; ${grown} MiB more`,
			);
			assert.ok(grown < mostGrowth, `${grown} MiB`);
		});
	}
});

const port = 50_761;
/** MiB, for both ends. */
const mostGrowth = 400;
const headers = {
	':method': 'POST',
	':path': '/machine.MachineService/Version',
	'content-type': 'application/grpc',
	te: 'trailers',
};
const emptyMessage = Buffer.alloc(5);

/** The other nodes, as they are, but that every address of 198.18.0.0/15 leads back to this one. */
class LoopedBackends extends Backends {
	readonly #back: () => ClientHttp2Session;
	#session: ClientHttp2Session | undefined;

	constructor(socketPath: string, back: () => ClientHttp2Session) {
		super(socketPath);
		this.#back = back;
	}

	override remote(target: string): ClientHttp2Session {
		if (!target.startsWith('198.18.')) return super.remote(target);
		// a thousand calls wait for it to connect
		if (this.#session === undefined || this.#session.closed) this.#session = this.#back().setMaxListeners(0);
		return this.#session;
	}

	override close(): void {
		this.#session?.close();
		super.close();
	}
}

/** Answers Version, and Read with more than anybody takes. */
function fakeMachined(): Http2Server {
	// the server of machined has no bound for a session, which all clients share (RpcServer)
	const server = createServer({ maxSessionMemory: Number.MAX_SAFE_INTEGER });
	server.on('stream', (stream, { ':path': path }) => {
		stream.on('error', () => undefined);
		stream.resume();
		if (path === '/machine.MachineService/Read') {
			stream.respond({ ':status': 200, 'content-type': 'application/grpc' });
			const chunk = Buffer.alloc(1 << 16);
			const write = (): void => {
				while (!stream.destroyed && stream.write(chunk));
			};
			stream.on('drain', write);
			write();
			return;
		}
		stream.on('end', () => {
			if (stream.destroyed) return;
			stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
			stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
			stream.end(emptyMessage);
		});
	});
	server.on('sessionError', () => undefined);
	return server;
}

/** `answered`, or how it was refused. */
async function version(session: ClientHttp2Session, asked: OutgoingHttpHeaders = headers): Promise<string> {
	return await new Promise((resolve) => {
		try {
			const stream = session.request(asked);
			let said = 'no answer';
			stream.on('response', ({ ':status': status, 'grpc-status': code }) => {
				said = status === 200 ? `grpc-status ${code ?? 'later'}` : String(status);
			});
			stream.on('trailers', ({ 'grpc-status': code }) => {
				said = code === '0' ? 'answered' : `grpc-status ${code}`;
			});
			stream.on('error', (error) => {
				said = error.message;
			});
			stream.on('close', () => resolve(said));
			stream.resume();
			stream.end(emptyMessage);
		} catch (error) {
			resolve((error as Error).message);
		}
	});
}

async function turn(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
