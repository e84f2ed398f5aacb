import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { AffiliateSchema } from '@ichor/api/discovery/affiliate';
import { Cluster } from '@ichor/api/discovery/cluster';
import { listenUnix, openChannel, RpcError, RpcServer } from '@ichor/rpc';
import { background, waitFor, withTimeout } from '@ichor/std';
import { DiscoveryClient } from './client.ts';
import { Directory } from './directory.ts';
import { openAffiliate, openEndpoint, sealAffiliate, sealEndpoint } from './seal.ts';
import { discoveryService } from './service.ts';

const secret = new Uint8Array(32).fill(7);
const machine = (nodeId: string) => ({
	nodeId,
	addresses: [new Uint8Array([10, 5, 0, 2])],
	hostname: nodeId,
	nodename: nodeId,
	machineType: 'controlplane',
	operatingSystem: 'Ichor',
});

test('only who has the secret reads what is sealed', () => {
	const affiliate = create(AffiliateSchema, machine('a'));
	const sealed = sealAffiliate(secret, affiliate);
	assert.equal(openAffiliate(secret, sealed)?.nodeId, 'a');
	assert.equal(openAffiliate(new Uint8Array(32), sealed), undefined);
	assert.equal(openAffiliate(secret, sealed.subarray(0, 20)), undefined);
	assert.notDeepEqual(sealAffiliate(secret, affiliate), sealed, 'a nonce is used once');

	const endpoint = { ip: new Uint8Array([10, 5, 0, 2]), port: 51820 };
	const one = sealEndpoint(secret, endpoint);
	assert.deepEqual(sealEndpoint(secret, endpoint), one, 'equal endpoints look equal');
	assert.equal(one.length % 16, 0);
	assert.equal(openEndpoint(secret, one)?.port, 51820);
	assert.equal(openEndpoint(secret, one.subarray(1)), undefined);
});

test('an affiliate is forgotten when its life is over, and the directory stays bounded', () => {
	let now = 0;
	const directory = new Directory(() => now);
	directory.update('c', 'a', new Uint8Array([1]), [], 60);
	now = 59_999;
	assert.equal(directory.list('c').length, 1);
	now = 60_000;
	assert.equal(directory.list('c').length, 0);
	assert.throws(() => directory.update('c', 'a', new Uint8Array(3000), [], 60), /over 2048 bytes/);
	for (let i = 0; i < 1024; i += 1) directory.update('c', String(i), undefined, [], 60);
	assert.throws(() => directory.update('c', 'one more', undefined, [], 60), /at most 1024/);
});

test('machines of one cluster find each other, and those of another do not', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-discovery-'));
	const server = new RpcServer().add(Cluster, discoveryService(new Directory(() => performance.now())));
	const listener = await listenUnix(server.accept, join(folder, 's'));
	const end = new AbortController();
	const context = { ...background, signal: end.signal };
	const runs: Promise<void>[] = [];
	const enter = (affiliateId: string, clusterId: string) => {
		const client = new DiscoveryClient(() => openChannel(`unix:${join(folder, 's')}`), { clusterId, secret, affiliateId });
		client.announce({ affiliate: machine(affiliateId), endpoints: [] });
		runs.push(client.run(context, () => undefined));
		return client;
	};
	t.after(async () => {
		end.abort();
		await Promise.all(runs);
		await server.close();
		await listener.close();
		await rm(folder, { recursive: true });
	});
	const a = enter('a', 'one');
	const b = enter('b', 'one');
	const stranger = enter('x', 'two');
	const names = (client: DiscoveryClient) => client.others.map(({ affiliate }) => affiliate.hostname).join();
	await waitFor(withTimeout(context, 5000), () => (names(a) === 'b' && names(b) === 'a' ? true : undefined), 5);
	assert.equal(names(stranger), '');
	b.announce({ affiliate: { ...machine('b'), hostname: 'renamed' }, endpoints: [{ ip: new Uint8Array([10, 5, 0, 3]), port: 1 }] });
	await waitFor(withTimeout(context, 5000), () => (names(a) === 'renamed' ? true : undefined), 5);
	assert.equal(a.others[0]?.endpoints[0]?.port, 1);
});

test('a machine that leaves while it is being told about has left', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-discovery-'));
	const told = Promise.withResolvers<void>();
	const server = new RpcServer().add(Cluster, {
		...discoveryService(new Directory(() => performance.now())),
		affiliateUpdate: async (_, { signal }) => {
			told.resolve();
			return await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
		},
	});
	const listener = await listenUnix(server.accept, join(folder, 's'));
	t.after(async () => {
		await server.close();
		await listener.close();
		await rm(folder, { recursive: true });
	});
	const end = new AbortController();
	const open = () => openChannel(`unix:${join(folder, 's')}`);
	const client = new DiscoveryClient(open, { clusterId: 'one', secret, affiliateId: 'a' });
	client.announce({ affiliate: machine('a'), endpoints: [] });
	const running = client.run({ ...background, signal: end.signal }, () => undefined);
	await told.promise;
	end.abort();
	await running;
});

test('a machine whose connection hangs tells its news over another one', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-discovery-'));
	const directory = new Directory(() => performance.now());
	const real = discoveryService(directory);
	let hanging = 0;
	const serve = async (name: string, service: typeof real) => {
		const server = new RpcServer().add(Cluster, service);
		const listener = await listenUnix(server.accept, join(folder, name));
		return async () => {
			await server.close();
			await listener.close();
		};
	};
	const closers = [
		await serve('hangs', {
			...real,
			affiliateUpdate: async () => {
				hanging += 1;
				return await Promise.reject(new RpcError('unavailable', 'no way to the service'));
			},
		}),
		await serve('works', real),
	];
	const end = new AbortController();
	let opened = 0;
	const open = () => openChannel(`unix:${join(folder, (opened += 1) === 1 ? 'hangs' : 'works')}`);
	const client = new DiscoveryClient(open, { clusterId: 'one', secret, affiliateId: 'a' });
	client.announce({ affiliate: machine('a'), endpoints: [] });
	const running = client.run({ ...background, signal: end.signal }, () => undefined);
	t.after(async () => {
		end.abort();
		await running;
		for (const close of closers) await close();
		await rm(folder, { recursive: true });
	});
	await waitFor(withTimeout(background, 10_000), () => (directory.list('one').length === 1 ? true : undefined), 5);
	assert.deepEqual({ hanging, opened }, { hanging: 1, opened: 2 });
});
