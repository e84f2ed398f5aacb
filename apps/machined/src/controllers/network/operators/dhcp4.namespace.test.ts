import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { after, describe, it, type TestContext } from 'node:test';
import { FakeRouteNetlink, fakeLink } from '@ichor/linux/netlink/fake';
import { indexOf, twoNetworks } from '@ichor/linux/test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { FakeDhcp4Server } from './dhcp4/fake/dhcp4-server.ts';
import { addressBytes, encodeMessage, messageTypes, option, readMessage } from './dhcp4/message.ts';
import { type Dhcp4Ports, dhcp4Ports } from './dhcp4/ports.ts';
import { startDhcp4 } from './dhcp4.ts';

const networks = twoNetworks();

const dhcp4 = { routeMetric: 1024, clientIdentifier: { clientIdentifier: 'mac' as const } };

function shortLease(server: FakeDhcp4Server): void {
	server.options = new Map([
		[option.subnetMask, addressBytes('255.255.255.0')],
		[option.leaseTime, Buffer.of(0, 0, 0, 60)],
		[option.renewalTime, Buffer.of(0, 0, 0, 1)],
		[option.rebindingTime, Buffer.of(0, 0, 0, 2)],
	]);
}

async function until<T>(condition: () => T | undefined): Promise<T> {
	return await waitFor(withTimeout(background, 15_000), condition, 10);
}

describe('a DHCP client', () => {
	const link = fakeLink(2, 'eth0');

	function start(
		t: TestContext,
		server: FakeDhcp4Server,
		more: Partial<typeof dhcp4> & { skipHostnameRequest?: boolean } = {},
		ports: Dhcp4Ports = server.ports,
	) {
		const kernel = new FakeRouteNetlink([link]);
		const client = startDhcp4(background, {
			linkName: 'eth0',
			dhcp4: { ...dhcp4, ...more },
			kernel,
			ports,
			onChange: () => undefined,
		});
		t.after(async () => await client.stop());
		return client;
	}

	it('asks whoever has given the address, then everybody, and begins anew when it is refused', async (t) => {
		const server = new FakeDhcp4Server();
		shortLease(server);
		const client = start(t, server);
		await until(() => client.wishes().addresses?.[0]?.address === '192.0.2.50/24' || undefined);
		assert.deepEqual(
			server.seen.map(({ type, to }) => [type, to]),
			[
				[messageTypes.discover, 'everybody'],
				[messageTypes.request, 'everybody'],
			],
		);
		assert.deepEqual(server.seen[0]?.message.options.get(option.clientIdentifier), Buffer.of(1, 2, 0, 0, 0, 0, 2));
		const renewal = await until(() => server.seen.find(({ to }) => to === 'server'));
		assert.deepEqual([renewal.type, renewal.message.clientAddress], [messageTypes.request, '192.0.2.50']);
		assert.ok(!renewal.message.options.has(option.server) && !renewal.message.options.has(option.requestedAddress));
		server.refuses = true;
		const heard = server.seen.length;
		await until(() => server.seen.length > heard || undefined);
		server.refuses = false;
		server.address = '192.0.2.51';
		const again = await until(() => server.seen.slice(heard).find(({ type }) => type === messageTypes.discover));
		assert.ok(!again.message.options.has(option.requestedAddress));
		await until(() => client.wishes().addresses?.[0]?.address === '192.0.2.51/24' || undefined);
	});

	it('asks for a name at first, and sends the one that the machine has from elsewhere', async (t) => {
		const server = new FakeDhcp4Server();
		shortLease(server);
		server.options.set(option.leaseTime, Buffer.of(0, 0, 14, 16)).set(option.renewalTime, Buffer.of(0, 0, 7, 8));
		server.options.set(option.hostname, Buffer.from('given'));
		const client = start(t, server);
		await until(() => client.wishes().hostnames?.[0]?.hostname === 'given' || undefined);
		assert.ok(server.seen[0]?.message.options.get(option.wantedOptions)?.includes(option.hostname));
		// its own name comes back: that is no news
		client.hostnameIs?.({ hostname: 'given', domainname: '' });
		client.hostnameIs?.({ hostname: 'own', domainname: 'lan' });
		const told = await until(() => server.seen.find(({ message }) => message.options.has(option.hostname)));
		assert.deepEqual([told.type, told.message.options.get(option.hostname)?.toString()], [messageTypes.discover, 'own']);
		assert.ok(!told.message.options.get(option.wantedOptions)?.includes(option.hostname));
	});

	it('lets no other server decide on an offer', async (t) => {
		const server = new FakeDhcp4Server();
		let refusals = 0;
		const ports: Dhcp4Ports = {
			...server.ports,
			openLink: (index, onDatagram) =>
				server.ports.openLink(index, (payload) => {
					const { options, ...answer } = readMessage(payload);
					const refused = [
						[option.messageType, Buffer.of(messageTypes.refuse)],
						[option.server, addressBytes('192.0.2.9')],
					] as const;
					onDatagram(encodeMessage({ ...answer, options: new Map([...options, ...refused]) }));
					refusals += 1;
					onDatagram(payload);
				}),
		};
		const client = start(t, server, {}, ports);
		await until(() => client.wishes().addresses?.length);
		assert.deepEqual([server.seen.length, refusals], [2, 2]);
	});

	it('keeps what it has been given while nobody answers', async (t) => {
		const server = new FakeDhcp4Server();
		shortLease(server);
		const client = start(t, server, { skipHostnameRequest: true });
		await until(() => client.wishes().addresses?.length);
		server.silent = true;
		await until(() => server.seen.find(({ to }) => to === 'server'));
		assert.equal(client.wishes().addresses?.length, 1);
		assert.ok(!server.seen[0]?.message.options.get(option.wantedOptions)?.includes(option.hostname));
	});
});

describe('a DHCP client on a cable', { skip: networks === undefined ? 'needs root for network namespaces' : false }, () => {
	after(() => networks?.close());

	it('gets an address before it has one, and renews it from there', async (t) => {
		assert.ok(networks);
		const { near, far, inFar } = networks;
		const permanent = { scope: 0, flags: 0x80, priority: 0 };
		far.addAddress({ ...permanent, linkIndex: indexOf(far, 'far0'), address: '192.0.2.2/24' });
		const server = new FakeDhcp4Server();
		shortLease(server);
		const [ear, mouth] = await inFar(async () => {
			const sockets = [createSocket('udp4'), createSocket('udp4')] as const;
			sockets[0].bind(67, '0.0.0.0');
			await once(sockets[0], 'listening');
			sockets[1].bind(0, '192.0.2.2');
			await once(sockets[1], 'listening');
			return sockets;
		});
		t.after(() => {
			ear.close();
			mouth.close();
		});
		mouth.setBroadcast(true);
		ear.on('message', (payload, from) => {
			const answer = server.answer(payload, from.address === '0.0.0.0' ? 'everybody' : 'server');
			if (answer !== undefined) mouth.send(answer, 68, from.address === '0.0.0.0' ? '255.255.255.255' : from.address);
		});
		const client = startDhcp4(background, { linkName: 'near0', dhcp4, kernel: near, ports: dhcp4Ports, onChange: () => undefined });
		t.after(async () => await client.stop());
		const address = await until(() => client.wishes().addresses?.[0]?.address);
		assert.equal(address, '192.0.2.50/24');
		near.addAddress({ ...permanent, linkIndex: indexOf(near, 'near0'), address });
		await until(() => server.seen.find(({ to }) => to === 'server'));
		const renewals = () => server.seen.filter(({ to }) => to === 'server').length;
		// the first one was answered: there is another one, and no discovery before it
		await until(() => renewals() > 1 || undefined);
		assert.equal(server.seen.filter(({ type }) => type === messageTypes.discover).length, 1);
	});
});
