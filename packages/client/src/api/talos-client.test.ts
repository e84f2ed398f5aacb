import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import { MachineService } from '@ichor/api/machine';
import { generateSecrets, type SecretsBundle } from '@ichor/machinery/secrets';
import { nodeCertificate } from '@ichor/machinery/testing/node-certificate';
import { fingerprintOf, type Handlers, listenTls, RpcServer } from '@ichor/rpc';
import { background, waitFor, withTimeout } from '@ichor/std';
import { adminTalosconfig } from '../talosconfig/admin-talosconfig.ts';
import { contextOf } from '../talosconfig/talosconfig.ts';
import { endpointAddress } from './endpoint.ts';
import { openTalosClient, type TalosClientOptions, tlsOfContext } from './talos-client.ts';

const now = new Date();
const secrets = await generateSecrets({ now });
const strangers = await generateSecrets({ now, contract: { major: 1, minor: 13, withoutKubernetes: true } });

describe('the API client', { timeout: 20_000 }, () => {
	test('calls what a talosconfig names, as who it says', async (t) => {
		const { endpoint } = await node(t, 'node-1');
		const client = await open(t, { endpoints: [endpoint], tls: await admin(secrets) });
		assert.deepEqual(await hostnames(client.machine), ['node-1 for  as os:admin']);
		assert.equal(await collect(client.machine.logs({})), 'a,b');
	});

	test('says which nodes a call is for', async (t) => {
		const { endpoint } = await node(t, 'node-1');
		const tls = await admin(secrets);
		const client = await open(t, { endpoints: [endpoint], tls, nodes: ['10.5.0.2', '10.5.0.3'] });
		assert.deepEqual(await hostnames(client.machine), ['node-1 for nodes 10.5.0.2 10.5.0.3 as os:admin']);
		assert.deepEqual(await hostnames(client.node('10.5.0.4').machine), ['node-1 for node 10.5.0.4 as os:admin']);
		assert.deepEqual(await hostnames(client.nodes(['10.5.0.4']).machine), ['node-1 for nodes 10.5.0.4 as os:admin']);
		assert.deepEqual(await hostnames(client.node('10.5.0.5').service(MachineService)), ['node-1 for node 10.5.0.5 as os:admin']);
	});

	test('goes on to an endpoint that answers, and stays there', async (t) => {
		const first = await node(t, 'node-1');
		const second = await node(t, 'node-2');
		const client = await open(t, { endpoints: [first.endpoint, second.endpoint], tls: await admin(secrets) });
		assert.deepEqual(await hostnames(client.machine), ['node-1 for  as os:admin']);
		await first.close();
		// the call that finds the connection broken may be the one that breaks with it; those after it go on
		const answer = await waitFor(withTimeout(background, 5000), async () => await hostnames(client.machine).catch(() => undefined));
		assert.deepEqual(answer, ['node-2 for  as os:admin']);
		await second.close();
		await assert.rejects(hostnames(client.machine), { code: 'unavailable' });
	});

	test('leaves an endpoint whose connection has become a black hole', async (t) => {
		const [first, second] = [await node(t, 'node-1'), await node(t, 'node-2')];
		const hole = await openBlackHole(t, first.endpoint);
		const client = await open(t, { endpoints: [hole.endpoint, second.endpoint], tls: await admin(secrets) });
		assert.deepEqual(await hostnames(client.machine), ['node-1 for  as os:admin']);
		hole.swallow();
		await assert.rejects(client.machine.hostname({}, { timeout: 300 }), { code: 'deadline-exceeded' });
		assert.deepEqual(await hostnames(client.machine), ['node-2 for  as os:admin']);
		assert.equal(client.endpoint(), second.endpoint);
	});

	test('comes back to an endpoint whose machine has moved, on a new connection', async (t) => {
		const first = await node(t, 'node-1');
		const hole = await openBlackHole(t, first.endpoint);
		const client = await open(t, { endpoints: [hole.endpoint], tls: await admin(secrets) });
		assert.deepEqual(await hostnames(client.machine), ['node-1 for  as os:admin']);
		hole.swallow();
		await assert.rejects(client.machine.hostname({}, { timeout: 300 }), { code: 'deadline-exceeded' });
		assert.deepEqual(await hostnames(client.machine), ['node-1 for  as os:admin']);
	});

	test('trusts nobody but the cluster, whoever has the fingerprint, or anyone: as it is told', async (t) => {
		const { endpoint, certificate } = await node(t, 'node-1', { clients: 'anyone' });
		const stranger = await open(t, { endpoints: [endpoint], tls: await admin(strangers) });
		await assert.rejects(hostnames(stranger.machine), { code: 'unavailable' });

		const insecure = await open(t, { endpoints: [endpoint], insecure: true });
		assert.deepEqual(await hostnames(insecure.machine), ['node-1 for  as ']);

		const pinned = await open(t, { endpoints: [endpoint], fingerprints: [fingerprintOf(certificate)] });
		assert.deepEqual(await hostnames(pinned.machine), ['node-1 for  as ']);
		await assert.rejects(openTalosClient({ endpoints: [endpoint], fingerprints: ['another'] }), { code: 'unavailable' });
	});

	test('a machine that does not know the client refuses it', async (t) => {
		const { endpoint } = await node(t, 'node-1');
		const client = await open(t, { endpoints: [endpoint], insecure: true });
		await assert.rejects(hostnames(client.machine), { code: 'unavailable' });
	});

	test('needs an endpoint', async () => {
		await assert.rejects(openTalosClient({ endpoints: [], insecure: true }), { code: 'no-context' });
	});

	test('an endpoint has a port, with or without being told', () => {
		const addresses = {
			'cp-1': 'cp-1:50000',
			'10.5.0.2:6000': '10.5.0.2:6000',
			'fd00::1': '[fd00::1]:50000',
			'[fd00::1]:7': '[fd00::1]:7',
		};
		for (const [endpoint, address] of Object.entries(addresses)) assert.equal(endpointAddress(endpoint), address);
	});
});

async function open(t: TestContext, options: TalosClientOptions) {
	const client = await openTalosClient(options);
	t.after(() => client.close());
	return client;
}

async function admin(bundle: SecretsBundle) {
	return tlsOfContext(contextOf(await adminTalosconfig({ clusterName: 'test', secrets: bundle, now })));
}

/** A node that answers with its name, for which nodes it was asked, and as whom. */
async function node(t: TestContext, name: string, { clients = 'known' }: { readonly clients?: 'known' | 'anyone' } = {}) {
	const os = secrets.certs?.os;
	assert.ok(os !== undefined);
	const { crt, key } = await nodeCertificate(secrets, now, name);
	const handlers: Handlers<typeof MachineService> = {
		async hostname(_request, call) {
			const targets = ['node', 'nodes'].flatMap((header) => (call.metadata(header).length === 0 ? [] : [header, ...call.metadata(header)]));
			return { messages: [{ hostname: `${name} for ${targets.join(' ')} as ${call.organisations.join(' ')}` }] };
		},
		async *logs() {
			for (const text of ['a', 'b']) yield { bytes: new TextEncoder().encode(text) };
		},
	};
	const server = new RpcServer().add(MachineService, handlers);
	const identity = { certificate: crt, key, ...(clients === 'known' ? { clientAuthorities: [os.crt] } : {}) };
	const listener = await listenTls(server.accept, { port: 0, host: '127.0.0.1', identity });
	const close = async (): Promise<void> => {
		await server.close();
		await listener.close();
	};
	t.after(close);
	return { endpoint: `127.0.0.1:${listener.port}`, certificate: crt, close };
}

/** A way to a node whose connections of before are swallowed once that is asked for: nothing passes, nothing closes. */
async function openBlackHole(t: TestContext, endpoint: string) {
	const sockets = new Set<Socket>();
	const server = createServer((client) => {
		const [host = '', port = ''] = endpoint.split(':');
		const node = connect(Number(port), host);
		for (const [socket, other] of [
			[client, node],
			[node, client],
		] as const) {
			sockets.add(socket);
			socket.on('error', () => undefined);
			socket.pipe(other);
		}
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(() => {
		server.close();
		for (const socket of sockets) socket.destroy();
	});
	return {
		endpoint: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		swallow: () => {
			for (const socket of sockets) socket.unpipe().pause();
		},
	};
}

async function hostnames(machine: { hostname(request: object): Promise<{ messages: { hostname: string }[] }> }): Promise<string[]> {
	return (await machine.hostname({})).messages.map(({ hostname }) => hostname);
}

async function collect(answers: AsyncIterable<{ bytes: Uint8Array }>): Promise<string> {
	const texts: string[] = [];
	for await (const { bytes } of answers) texts.push(new TextDecoder().decode(bytes));
	return texts.join(',');
}
