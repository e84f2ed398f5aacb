import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readClasslessRoutes, readLease } from './lease.ts';
import { addressBytes, Dhcp4Error, type Dhcp4Message, encodeMessage, option, readMessage } from './message.ts';

const address = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((bytes) => bytes.join('.'));
const code = fc.integer({ min: 1, max: 254 }).filter((one) => one !== option.overload);
const value = fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes));
const message = fc.record<Dhcp4Message>({
	operation: fc.constantFrom(1, 2),
	transaction: fc.nat(0xffffffff),
	seconds: fc.nat(0xffff),
	clientAddress: address,
	yourAddress: address,
	hardwareAddress: fc.constant('02:00:00:00:00:01'),
	options: fc.array(fc.tuple(code, value), { maxLength: 6 }).map((entries) => new Map(entries)),
});

const empty: Dhcp4Message = {
	operation: 2,
	transaction: 7,
	seconds: 0,
	clientAddress: '0.0.0.0',
	yourAddress: '192.0.2.50',
	hardwareAddress: '02:00:00:00:00:01',
	options: new Map(),
};
const where = { linkName: 'eth0', routeMetric: 1024, skipRoutes: false };

function lease(options: readonly (readonly [number, Buffer])[], yourAddress = empty.yourAddress) {
	return readLease({ ...empty, yourAddress, options: new Map([[option.subnetMask, addressBytes('255.255.255.0')], ...options]) }, where);
}

describe('messages of DHCP', () => {
	it('come back as they were written, long options too', () => {
		fc.assert(fc.property(message, (written) => assert.deepEqual(readMessage(encodeMessage(written)), { ...written })));
	});

	it('that are damaged are read or refused, nothing else', () => {
		fc.assert(
			fc.property(message, fc.nat(900), fc.nat(255), (written, at, byte) => {
				const bytes = encodeMessage(written);
				bytes[at % bytes.length] = byte;
				try {
					readMessage(bytes.subarray(0, bytes.length - (byte % 5)));
				} catch (error) {
					assert.ok(error instanceof Dhcp4Error && error.code === 'malformed');
				}
			}),
		);
	});

	it('have options in other fields, when they say so', () => {
		const bytes = encodeMessage({ ...empty, options: new Map([[option.overload, Buffer.of(3)]]) });
		Buffer.of(option.hostname, 2, 0x63, 0x70, option.end).copy(bytes, 108);
		Buffer.of(option.mtu, 2, 5, 0x78, option.end).copy(bytes, 44);
		const { options } = readMessage(bytes);
		assert.deepEqual([options.get(option.hostname)?.toString(), options.get(option.mtu)?.readUInt16BE()], ['cp', 1400]);
	});
});

describe('what a server gives', () => {
	it('is an address, routes, names and servers, and when to ask again', () => {
		const given = lease([
			[option.server, addressBytes('192.0.2.2')],
			[option.leaseTime, Buffer.of(0, 0, 0x0e, 0x10)],
			[option.routers, addressBytes('192.0.2.1')],
			[option.nameServers, Buffer.concat([addressBytes('192.0.2.53'), addressBytes('192.0.2.54')])],
			[option.timeServers, addressBytes('192.0.2.123')],
			[option.hostname, Buffer.from('cp-1.lan\0')],
			[option.mtu, Buffer.of(5, 0x78)],
		]);
		assert.deepEqual(
			[given.address, given.server, given.renewAfter, given.rebindAfter, given.endsAfter],
			['192.0.2.50', '192.0.2.2', 1800, 3150, 3600],
		);
		const { addresses, links, routes, hostnames, resolvers, timeServers } = given.wishes;
		assert.deepEqual(
			addresses?.map(({ address: one, priority }) => [one, priority]),
			[['192.0.2.50/24', 1024]],
		);
		assert.deepEqual(
			links?.map(({ mtu }) => mtu),
			[1400],
		);
		assert.deepEqual(
			routes?.map(({ dst, gateway, scope, src }) => [dst, gateway, scope, src]),
			[['', '192.0.2.1', 'global', '192.0.2.50']],
		);
		assert.deepEqual(hostnames, [{ hostname: 'cp-1', domainname: 'lan', layer: 'operator' }]);
		assert.deepEqual(resolvers?.[0]?.dnsServers, ['192.0.2.53', '192.0.2.54']);
		assert.deepEqual(timeServers?.[0]?.timeServers, ['192.0.2.123']);
	});

	it('has routes without classes instead of routers, and a way to a router that is elsewhere', () => {
		const classless: readonly [number, Buffer] = [
			option.classlessRoutes,
			Buffer.of(0, 192, 0, 2, 9, 24, 10, 1, 2, 192, 0, 2, 8, 12, 172, 16, 0, 0, 0, 0),
		];
		const both = lease([[option.routers, addressBytes('192.0.2.1')], classless]).wishes.routes ?? [];
		assert.deepEqual(
			both.map(({ dst, gateway, scope }) => [dst, gateway, scope]),
			[
				['', '192.0.2.9', 'global'],
				['10.1.2.0/24', '192.0.2.8', 'global'],
				['172.16.0.0/12', '', 'link'],
			],
		);
		const elsewhere = lease([[option.routers, addressBytes('198.51.100.1')]]).wishes.routes ?? [];
		assert.deepEqual(
			elsewhere.map(({ dst, gateway }) => [dst, gateway]),
			[
				['198.51.100.1/32', ''],
				['', '198.51.100.1'],
			],
		);
	});

	it('is refused where it makes no sense, and does no harm where it is nonsense beside sense', () => {
		for (const bad of ['0.0.0.0', '255.255.255.255', '127.0.0.1', '224.0.0.1']) assert.throws(() => lease([], bad), { code: 'malformed' });
		assert.throws(() => lease([[option.subnetMask, addressBytes('255.0.255.0')]]), { code: 'malformed' });
		assert.throws(() => readClasslessRoutes(Buffer.of(33, 1, 2, 3, 4, 5, 1, 2, 3, 4)), { code: 'malformed' });
		assert.throws(() => readClasslessRoutes(Buffer.of(24, 10, 1)), { code: 'malformed' });
		const odd = lease([
			[option.mtu, Buffer.of(0, 1)],
			[option.hostname, Buffer.from('../evil name')],
			[option.leaseTime, Buffer.alloc(4)],
			[option.renewalTime, Buffer.alloc(4)],
		]);
		assert.deepEqual([odd.wishes.links, odd.wishes.hostnames, odd.endsAfter, odd.renewAfter], [[], [], 10, 1]);
	});

	it('has names that no file takes for more than names', () => {
		const names = (hostname: string, domain: string) =>
			lease([
				[option.hostname, Buffer.from(hostname)],
				[option.domainName, Buffer.from(domain)],
			]).wishes.hostnames;
		assert.deepEqual(names('cp-1', 'example.org'), [{ hostname: 'cp-1', domainname: 'example.org', layer: 'operator' }]);
		for (const bad of ['lan\nnameserver 198.51.100.6', 'lan evil', 'lan.', `${'a'.repeat(64)}.lan`, 'a.'.repeat(127)]) {
			assert.deepEqual(names('cp-1', bad), [{ hostname: 'cp-1', domainname: '', layer: 'operator' }]);
			assert.deepEqual(names(bad, 'lan'), []);
		}
	});
});
