import assert from 'node:assert/strict';
import { createServer as createHttp2Server } from 'node:http2';
import { describe, test } from 'node:test';
import { connect, type TLSSocket } from 'node:tls';
import { MachineService } from '@ichor/api/machine';
import { createAuthority, type TestAuthority } from '../test/certificates.ts';
import { type ClientTls, openChannel } from './channel.ts';
import { createClient } from './client.ts';
import type { Handlers } from './handlers.ts';
import { listenTls, type ServerIdentity, type TlsListener } from './listen-tls.ts';
import { fingerprintOf, pinCertificate } from './pin.ts';
import { RpcServer } from './server.ts';

const authority = await createAuthority();
const other = await createAuthority();

describe('TLS', { timeout: 10_000 }, () => {
	test('both sides prove who they are, with Ed25519 keys under the label of Talos, by address', async () => {
		await serving(await identity(), {}, async ({ port }) => {
			assert.equal(await hostnameFrom(`127.0.0.1:${port}`, await client()), 'node-1');
			assert.equal(await hostnameFrom(`localhost:${port}`, await client()), 'node-1');
			const socket = await handshake(port, await authority.client('os:admin'));
			assert.deepEqual([socket.getProtocol(), socket.alpnProtocol, socket.authorized], ['TLSv1.3', 'h2', true]);
			assert.equal(socket.getPeerX509Certificate()?.publicKey.asymmetricKeyType, 'ed25519');
			socket.destroy();
		});
	});

	test('a handler knows the address of its caller and the organisations in its certificate', async () => {
		const handlers: Handlers<typeof MachineService> = {
			hostname: async (_request, { peer, organisations }) => ({ messages: [{ hostname: [peer, ...organisations].join(' ') }] }),
		};
		const tls = { trust: [authority.certificate], identity: await authority.client('os:admin', 'os:reader') };
		for (const host of ['127.0.0.1', undefined]) {
			await serving(await identity(), { handlers, host }, async ({ port }) => {
				assert.equal(await hostnameFrom(`127.0.0.1:${port}`, tls), '127.0.0.1 os:admin os:reader');
			});
		}
		await serving(await authority.server('127.0.0.1'), { handlers }, async ({ port }) => {
			assert.equal(await hostnameFrom(`127.0.0.1:${port}`, tls), '127.0.0.1');
		});
	});

	test('a client without a certificate, or with one of another authority, is refused', async () => {
		const refused: string[] = [];
		await serving(await identity(), { refused }, async ({ port }) => {
			await assert.rejects(hostnameFrom(`127.0.0.1:${port}`, { trust: [authority.certificate] }), { code: 'unavailable' });
			await assert.rejects(
				hostnameFrom(`127.0.0.1:${port}`, { trust: [authority.certificate], identity: await other.client('os:admin') }),
				{
					code: 'unavailable',
				},
			);
			assert.ok(refused.length >= 2);
		});
	});

	test('a server is refused when its authority is not trusted, or it is not the one that was asked for', async () => {
		await serving(await identity(), { host: undefined }, async ({ port }) => {
			const ours = await authority.client('os:admin');
			await assert.rejects(hostnameFrom(`127.0.0.1:${port}`, { trust: [other.certificate], identity: ours }), { code: 'unavailable' });
			assert.equal(await hostnameFrom(`127.0.0.2:${port}`, { trust: 'anyone', identity: ours }), 'node-1');
			const names = { code: 'unavailable', message: /127\.0\.0\.2 is not in the cert's list: 127\.0\.0\.1/ };
			await assert.rejects(hostnameFrom(`127.0.0.2:${port}`, { trust: [authority.certificate], identity: ours }), names);
		});
		await serving({ ...(await authority.server('127.0.0.1')), clientAuthorities: [authority.certificate] }, {}, async ({ port }) => {
			await assert.rejects(hostnameFrom(`localhost:${port}`, await client()), {
				code: 'unavailable',
				message: /localhost/,
			});
		});
	});

	test('what is no TLS is refused and changes nothing', async () => {
		const refused: string[] = [];
		await serving(await identity(), { refused }, async ({ port }) => {
			const channel = openChannel(`127.0.0.1:${port}`);
			await assert.rejects(createClient(MachineService, channel).hostname({}), { code: 'unavailable' });
			channel.close();
			assert.equal(await hostnameFrom(`127.0.0.1:${port}`, await client()), 'node-1');
			assert.ok(refused.length > 0);
		});
	});
});

describe('rotation', { timeout: 10_000 }, () => {
	test('a new identity is for new connections; a call that runs goes on', async () => {
		const more = Promise.withResolvers<void>();
		const handlers: Handlers<typeof MachineService> = {
			async *dmesg() {
				yield { bytes: new Uint8Array([1]) };
				await more.promise;
				yield { bytes: new Uint8Array([2]) };
			},
		};
		await serving(await identity(), { handlers }, async (listener) => {
			const address = `127.0.0.1:${listener.port}`;
			const channel = openChannel(address, { tls: await client() });
			const chunks = createClient(MachineService, channel).dmesg({ follow: true });
			assert.equal((await chunks.next()).value?.bytes[0], 1);
			const renewed = await authority.server('127.0.0.1');
			listener.rotate({ ...renewed, clientAuthorities: [authority.certificate, other.certificate] });
			more.resolve();
			assert.equal((await chunks.next()).value?.bytes[0], 2);
			channel.close();
			const socket = await handshake(listener.port, await other.client('os:admin'));
			assert.equal(fingerprintOf(socket.getPeerX509Certificate()?.toString() ?? ''), fingerprintOf(renewed.certificate));
			socket.destroy();
		});
	});

	test('a machine in maintenance asks for no certificate, a configured one does, on the same port', async () => {
		const maintenance = await other.server('127.0.0.1');
		await serving(maintenance, {}, async (listener) => {
			const address = `127.0.0.1:${listener.port}`;
			const anyone: ClientTls = { trust: 'anyone' };
			assert.equal(await hostnameFrom(address, anyone), 'node-1');
			listener.rotate(await identity());
			await assert.rejects(hostnameFrom(address, anyone), { code: 'unavailable' });
			assert.equal(await hostnameFrom(address, await client()), 'node-1');
			listener.rotate(maintenance);
			assert.equal(await hostnameFrom(address, anyone), 'node-1');
		});
	});
});

describe('pinning', { timeout: 10_000 }, () => {
	test('a server whose key has the fingerprint is trusted, whoever signed it', async () => {
		const maintenance = await other.server('talos.example');
		await serving(maintenance, {}, async ({ port }) => {
			const address = `127.0.0.1:${port}`;
			const trust = await pinCertificate(address, ['bm90IHRoaXM=', fingerprintOf(maintenance.certificate)]);
			assert.equal(await hostnameFrom(address, { trust }), 'node-1');
		});
	});

	test('a server with another key is not, neither at first nor later', async () => {
		const [first, second] = [await other.server('127.0.0.1'), await other.server('127.0.0.1')];
		await serving(first, {}, async (listener) => {
			const address = `127.0.0.1:${listener.port}`;
			await assert.rejects(pinCertificate(address, [fingerprintOf(second.certificate)]), {
				code: 'unavailable',
				message: /is not the expected one$/,
			});
			const trust = await pinCertificate(address, [fingerprintOf(first.certificate)]);
			listener.rotate(second);
			await assert.rejects(hostnameFrom(address, { trust }), { code: 'unavailable' });
		});
		await assert.rejects(pinCertificate('127.0.0.1:1', ['x']), { code: 'unavailable', message: /does not answer/ });
	});
});

test('a listener serves any protocol on top, as node:http2 without gRPC', { timeout: 10_000 }, async () => {
	const http2 = createHttp2Server();
	http2.on('stream', (stream) => {
		const { socket } = stream.session ?? {};
		const { subject } = (socket as TLSSocket).getPeerCertificate();
		stream.respond(
			{ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '7', 'grpc-message': String([subject.O].flat()) },
			{ endStream: true },
		);
	});
	const listener = await listenTls((socket) => void http2.emit('connection', socket), {
		port: 0,
		host: '127.0.0.1',
		identity: await identity(),
	});
	await assert.rejects(
		hostnameFrom(`127.0.0.1:${listener.port}`, {
			trust: [authority.certificate],
			identity: await authority.client('os:reader', 'os:operator'),
		}),
		{
			code: 'permission-denied',
			message: 'os:reader,os:operator',
		},
	);
	await listener.close();
});

async function identity(from: TestAuthority = authority): Promise<ServerIdentity> {
	return { ...(await from.server('127.0.0.1', 'localhost')), clientAuthorities: [from.certificate] };
}

async function client(): Promise<ClientTls> {
	return { trust: [authority.certificate], identity: await authority.client('os:admin') };
}

interface ServingOptions {
	/** Receives what the listener refused. */
	readonly refused?: string[];
	readonly handlers?: Handlers<typeof MachineService>;
	/** Undefined listens on all addresses. */
	readonly host?: string | undefined;
}

async function serving(
	identityAtFirst: ServerIdentity,
	options: ServingOptions,
	body: (listener: TlsListener) => Promise<void>,
): Promise<void> {
	const handlers = { hostname: async () => ({ messages: [{ hostname: 'node-1' }] }), ...options.handlers };
	const server = new RpcServer().add(MachineService, handlers);
	const listener = await listenTls(server.accept, {
		port: 0,
		host: 'host' in options ? options.host : '127.0.0.1',
		identity: identityAtFirst,
		refused: ({ message }) => void options.refused?.push(message),
	});
	try {
		await body(listener);
	} finally {
		await server.close();
		await listener.close();
	}
}

async function hostnameFrom(address: string, tls: ClientTls): Promise<string | undefined> {
	const channel = openChannel(address, { tls });
	try {
		return (await createClient(MachineService, channel).hostname({}, { timeout: 5000 })).messages[0]?.hostname;
	} finally {
		channel.close();
	}
}

async function handshake(port: number, { certificate, key }: { readonly certificate: string; readonly key: string }): Promise<TLSSocket> {
	const options = {
		host: '127.0.0.1',
		port,
		ca: authority.certificate,
		cert: certificate,
		key: key.replaceAll('ED25519 ', ''),
		ALPNProtocols: ['h2'],
	};
	return await new Promise((resolve, reject) => {
		const socket = connect(options, () => resolve(socket));
		socket.on('error', reject);
	});
}
