import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeElectionStore } from '@ichor/etcd/fake';
import { FakeEthtool } from '@ichor/linux/ethtool/fake';
import { FakeRouteNetlink, fakeLink } from '@ichor/linux/netlink/fake';
import { FakeGratuitousArp } from '@ichor/linux/packet/fake';
import { FakeWireguard } from '@ichor/linux/wireguard/fake';
import {
	APIServerConfig,
	apiServerConfigId,
	apiServerEndpointId,
	Endpoint,
	HostnameStatus,
	kubeletNodeIPId,
	LinkStatus,
	MachineStatus,
	NodeIP,
	OperatorSpec,
	Service,
} from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { startControllers } from '../controller-bench.ts';
import { addressMergeController } from './address-merge.ts';
import { addressSpecController } from './address-spec.ts';
import { linkStatusController } from './link-status.ts';
import { operatorSpecController } from './operator-spec.ts';
import { type AddressRouting, CloudError } from './operators/cloud/cloud-api.ts';
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

	it('goes to the next machine when the API server of the one that has it is gone, and comes back in turn', async () => {
		const store = new FakeElectionStore();
		const [a, b] = [machine('a', store), machine('b', store)];
		await a.setServer(serverPort);
		a.server.listens = true;
		await a.campaign();
		await a.until(() => (a.has() ? true : undefined));
		await b.campaign();
		await b.until(() => (store.candidates.length === 2 ? true : undefined));
		await a.until(() => (a.server.looks > 0 ? true : undefined));
		a.server.listens = false;
		await b.until(() => (b.has() ? true : undefined));
		assert.equal(a.has(), false);
		await a.until(() => (store.candidates.length === 2 ? true : undefined));
		// one without a server is better than none
		await b.end();
		await a.until(() => (a.has() ? true : undefined));
		await Promise.all([a.stop(), b.stop()]);
	});

	it('goes to the next machine as soon as the API server of the one that has it is known to end', async () => {
		const store = new FakeElectionStore();
		const [a, b] = [machine('a', store), machine('b', store)];
		await a.setServer(serverPort);
		a.server.listens = true;
		await a.setServers([ownAddress, '192.0.2.2']);
		await a.campaign();
		await a.until(() => (a.has() ? true : undefined));
		await b.campaign();
		await b.until(() => (store.candidates.length === 2 ? true : undefined));
		await a.setServers(['192.0.2.2']);
		await b.until(() => (b.has() ? true : undefined));
		assert.equal(a.has(), false);
		assert.deepEqual(a.ended, ['192.0.2.100']);
		await Promise.all([a.stop(), b.stop()]);
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

	it('is on a link only when the cloud routes it there, and else another machine has its turn', async () => {
		const store = new FakeElectionStore();
		const events: string[] = [];
		const refusing: AddressRouting = {
			acquire: async () => {
				events.push('refused');
				throw new CloudError('refused', 'no');
			},
			release: async () => undefined,
		};
		const granting: AddressRouting = {
			acquire: async () => void events.push('acquired'),
			release: async () => void events.push('released'),
		};
		const [a, b] = [machine('a', store, refusing), machine('b', store, granting)];
		await a.campaign();
		await a.until(() => (events.includes('refused') ? true : undefined));
		await b.campaign();
		await b.until(() => (b.has() ? true : undefined));
		assert.equal(a.has(), false);
		await b.end();
		await b.until(() => (events.includes('released') ? true : undefined));
		assert.deepEqual(events.slice(0, 2), ['refused', 'acquired']);
		await Promise.all([a.stop(), b.stop()]);
	});
});

const operator = 'vip/eth0/192.0.2.100';

function machine(name: string, store: FakeElectionStore, routing?: AddressRouting) {
	const kernel = new FakeRouteNetlink([fakeLink(2, 'eth0')]);
	const arp = new FakeGratuitousArp();
	const ended: string[] = [];
	/** Of this machine's API server. */
	const server = { listens: false, looks: 0 };
	const bench = startControllers(
		linkStatusController(kernel, new FakeEthtool(), new FakeWireguard()),
		addressMergeController,
		addressSpecController(kernel, arp),
		operatorSpecController({
			kernel,
			arp,
			endConnections: (address) => void ended.push(address),
			openElection: async () => store,
			dhcp4: new FakeDhcp4Server().ports,
			clouds: { routing: () => routing },
			isListening: async () => {
				server.looks += 1;
				return server.listens;
			},
		}),
	);
	const { state } = bench;
	return {
		...bench,
		kernel,
		server,
		arp,
		ended,
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
		async setServer(localPort: number) {
			const { codec } = APIServerConfig;
			await state.create(APIServerConfig.resource(apiServerConfigId, { ...codec.decode(new Uint8Array()), localPort }));
			await state.create(NodeIP.resource(kubeletNodeIPId, { addresses: [ownAddress] }));
		},
		async setServers(addresses: readonly string[]) {
			const empty = Endpoint.resource(apiServerEndpointId, { addresses, hosts: [] });
			await state.modify(empty, (current) => withSpec(current, empty.spec));
		},
		async setEtcd(healthy: boolean) {
			const empty = Service.resource('etcd', { running: true, healthy, unknown: false });
			await state.modify(empty, (current) => withSpec(current, empty.spec));
		},
	};
}

const serverPort = 6443;
const ownAddress = '192.0.2.1';
