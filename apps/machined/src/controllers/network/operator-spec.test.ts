import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeElectionStore } from '@ichor/etcd/fake';
import { FakeEthtool } from '@ichor/linux/ethtool/fake';
import { FakeRouteNetlink, fakeLink } from '@ichor/linux/netlink/fake';
import { FakeGratuitousArp } from '@ichor/linux/packet/fake';
import { FakeWireguard } from '@ichor/linux/wireguard/fake';
import { HostnameStatus, LinkStatus, MachineStatus, OperatorSpec, Service } from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { startControllers } from '../controller-bench.ts';
import { addressMergeController } from './address-merge.ts';
import { addressSpecController } from './address-spec.ts';
import { linkStatusController } from './link-status.ts';
import { operatorSpecController } from './operator-spec.ts';
import { FakeDhcp4Server } from './operators/dhcp4/fake/dhcp4-server.ts';

describe('a shared address', () => {
	it('is put on the link of whoever is elected, announced, and handed over when the machine goes', async () => {
		const store = new FakeElectionStore();
		const [a, b] = [machine('a', store), machine('b', store)];
		await a.campaign();
		await a.until(() => (a.has() ? true : undefined));
		assert.deepEqual(a.arp.announced, ['192.0.2.100/32']);
		await b.campaign();
		await b.until(() => (store.candidates.length === 2 ? true : undefined));
		assert.equal(b.has(), false);
		await a.end();
		await b.until(() => (b.has() ? true : undefined));
		assert.equal(a.has(), false);
		await Promise.all([a.stop(), b.stop()]);
	});

	it('is let go when etcd is not healthy, and when it is not wanted any more', async () => {
		const store = new FakeElectionStore();
		const a = machine('a', store);
		await a.campaign();
		await a.until(() => (a.has() ? true : undefined));
		await a.setEtcd(false);
		await a.until(() => (a.has() ? undefined : true));
		await a.setEtcd(true);
		await a.until(() => (a.has() ? true : undefined));
		await a.state.destroy(OperatorSpec.pointer(operator));
		await a.until(() => (a.has() ? undefined : true));
		await a.stop();
	});

	it('is taken off a link where an earlier run has left it', async () => {
		const store = new FakeElectionStore();
		await store.put({} as never, 'talos:v1:vip:election:192.0.2.100/1', 'b', 1n);
		const a = machine('a', store);
		a.kernel.addAddress({ linkIndex: 2, address: '192.0.2.100/32', scope: 0, flags: 0x80, priority: 0 });
		await a.campaign();
		await a.until(() => (a.has() ? undefined : true));
		await a.stop();
	});
});

const operator = 'vip/eth0/192.0.2.100';

function machine(name: string, store: FakeElectionStore) {
	const kernel = new FakeRouteNetlink([fakeLink(2, 'eth0')]);
	const arp = new FakeGratuitousArp();
	const bench = startControllers(
		linkStatusController(kernel, new FakeEthtool(), new FakeWireguard()),
		addressMergeController,
		addressSpecController(kernel, arp),
		operatorSpecController({ kernel, arp, openElection: async () => store, dhcp4: new FakeDhcp4Server().ports }),
	);
	const { state } = bench;
	return {
		...bench,
		kernel,
		arp,
		has: () => kernel.addresses().some(({ address }) => address === '192.0.2.100/32'),
		async campaign() {
			await state.create(HostnameStatus.resource('hostname', { hostname: name, domainname: '' }));
			await state.create(MachineStatus.resource('machine', { stage: 'running', status: { ready: true, unmetConditions: [] } }));
			await state.create(Service.resource('etcd', { running: true, healthy: true, unknown: false }));
			await bench.until(() => state.find(LinkStatus.pointer('eth0')));
			const vip = { ip: '192.0.2.100', gratuitousARP: true };
			await state.create(
				OperatorSpec.resource(operator, { operator: 'vip', linkName: 'eth0', requireUp: true, vip, layer: 'configuration' }),
			);
		},
		async end() {
			const empty = MachineStatus.resource('machine', { stage: 'shutting down', status: { ready: false, unmetConditions: [] } });
			await state.modify(empty, (current) => withSpec(current, empty.spec));
		},
		async setEtcd(healthy: boolean) {
			const empty = Service.resource('etcd', { running: true, healthy, unknown: false });
			await state.modify(empty, (current) => withSpec(current, empty.spec));
		},
	};
}
