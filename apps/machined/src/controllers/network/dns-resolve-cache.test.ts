import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, it } from 'node:test';
import {
	DNSResolveCache,
	DNSUpstream,
	HostDNSConfig,
	hostDNSConfigId,
	Member,
	ResolverStatus,
	resolversId,
} from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import packet from 'dns-packet';
import { startControllers } from '../controller-bench.ts';
import { dnsResolveCacheController } from './dns-resolve-cache.ts';
import { dnsUpstreamController } from './dns-upstream.ts';

describe("the resources of the node's own name server", () => {
	it('tell where it listens and whom it asks, follow the configuration, and a member is found', async (t) => {
		const port = await freePort();
		const bench = startControllers(
			dnsUpstreamController({ port: 1 }),
			dnsResolveCacheController(() => undefined),
		);
		t.after(async () => await bench.stop());
		const { state, until } = bench;
		await state.create(ResolverStatus.resource(resolversId, { dnsServers: ['127.0.0.1', '::1'], searchDomains: [] }));
		const config = HostDNSConfig.resource(hostDNSConfigId, {
			enabled: true,
			// of an address that is not there, nothing is told
			listenAddresses: [`127.0.0.53:${port}`, '192.0.2.1:53'],
			resolveMemberNames: true,
		});
		await state.create(config);
		await state.create(
			Member.resource('cp-2', { nodeId: 'x', addresses: ['10.5.0.3'], hostname: 'cp-2', machineType: 'controlplane', operatingSystem: '' }),
		);
		const ids = async () => (await state.list(DNSResolveCache.kind)).map(({ metadata }) => metadata.id);
		await until(async () => ((await ids()).length === 2 ? true : undefined));
		assert.deepEqual(await ids(), [`tcp-127.0.0.53:${port}`, `udp-127.0.0.53:${port}`]);
		const upstreams = await until(async () => {
			const all = await state.list(DNSUpstream.kind);
			// nobody listens at port 1, which is told after two questions
			return all.length === 2 && all.every(({ spec }) => spec.healthy === 'false') ? all : undefined;
		});
		assert.deepEqual(
			upstreams.map(({ metadata, spec }) => [metadata.id, spec.addr]),
			[
				['#000 127.0.0.1', '127.0.0.1:1'],
				['#001 ::1', '[::1]:1'],
			],
		);
		assert.deepEqual(await addressesOf('cp-2', port), ['10.5.0.3']);
		await state.modify(config, (current) => withSpec(current, { ...config.spec, enabled: false }));
		await until(async () => ((await ids()).length === 0 ? true : undefined));
		await until(async () => ((await state.list(DNSUpstream.kind)).length === 0 ? true : undefined));
	});
});

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.53');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

async function addressesOf(name: string, port: number): Promise<readonly unknown[]> {
	const socket = createSocket('udp4');
	try {
		socket.send(packet.encode({ type: 'query', id: 1, questions: [{ name, type: 'A' }] }), port, '127.0.0.53');
		const [bytes] = (await once(socket, 'message', { signal: AbortSignal.timeout(10_000) })) as [Buffer];
		return (packet.decode(bytes).answers ?? []).map((record) => ('data' in record ? record.data : undefined));
	} finally {
		socket.close();
	}
}
