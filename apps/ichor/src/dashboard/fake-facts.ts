import { create } from '@bufbuild/protobuf';
import {
	CPUInfoSchema,
	CPUStatSchema,
	DiskStatSchema,
	LoadAvgSchema,
	MemInfoSchema,
	NetDevSchema,
	ProcessInfoSchema,
	ServiceInfoSchema,
	SystemStatSchema,
} from '@ichor/api/machine';
import * as types from '@ichor/machinery/resources';
import type { ResourceType } from '@ichor/runtime';
import { NodeFacts } from './facts/node-facts.ts';
import type { Sample } from './facts/sample.ts';

/** When everything in {@link fakeFacts} is. */
export const fakeNow = Date.UTC(2026, 10, 21, 18, 10, 30);

/** A control plane that answers, out of the messages that a real one sent. For tests. */
export function fakeFacts(node: string, hostname: string): NodeFacts {
	const facts = new NodeFacts(node);
	const keep = <Spec>(type: ResourceType<Spec>, specs: Readonly<Record<string, Spec>>): void =>
		facts.keep(type, new Map(Object.entries(specs)));
	keep(types.HostnameStatus, { hostname: { hostname, domainname: '' } });
	keep(types.Version, { version: { name: 'Ichor', version: 'v1.13.9+ichor.0.1.0' } });
	keep(types.SystemInformation, { systeminformation: { uuid: '0f6c1f2e-7c1a-4c54-9d4b-6f3d2a1b0c9d' } });
	keep(types.Info, { current: { clusterId: 'id', clusterName: 'homelab' } });
	keep(types.MachineStatus, { machine: { stage: 'running', status: { ready: true, unmetConditions: [] } } });
	keep(types.MachineType, { 'machine-type': 'controlplane' });
	keep(types.SecurityState, { securitystate: { secureBoot: false } });
	keep(types.KubeletSpec, { kubelet: { image: 'ghcr.io/siderolabs/kubelet:v1.36.3', config: {} } });
	keep(types.NetworkStatus, {
		status: { addressReady: true, connectivityReady: true, hostnameReady: true, etcFilesReady: true },
	});
	keep(types.NodeAddress, { routed: { addresses: [`${node}/24`], sortAlgorithm: 'v1' } });
	keep(types.ResolverStatus, { resolvers: { dnsServers: ['10.5.0.1'], searchDomains: [] } });
	keep(types.TimeServerStatus, { timeservers: { timeServers: ['time.cloudflare.com'] } });
	const pod = (ready: boolean) => ({ conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] });
	keep(types.StaticPodStatus, {
		[`kube-system/kube-apiserver-${hostname}`]: pod(true),
		[`kube-system/kube-controller-manager-${hostname}`]: pod(true),
		[`kube-system/kube-scheduler-${hostname}`]: pod(false),
	});
	for (let turn = 0; turn < 60; turn += 1) facts.answered(fakeSample(turn));
	facts.said(
		Array.from(
			{ length: 40 },
			(_, line) =>
				`kern: ${['info', 'warning', 'err'][line % 3]}: [2026-11-21T18:09:${String(line + 10)}.259107000Z]: cni0: port ${line}(veth837c856c) entered ${line % 2 ? 'forwarding' : 'blocking'} state`,
		),
	);
	return facts;
}

/** What it measures, three seconds after the turn before. */
export function fakeSample(turn: number): Sample {
	const wave = Math.sin(turn / 6) + 1;
	const busy = (2 * turn + 6 * (1 - Math.cos(turn / 6))) * 1;
	const seconds = turn * 3;
	return {
		at: fakeNow - (59 - turn) * 3000,
		load: create(LoadAvgSchema, { load1: 0.5 + wave, load5: 0.74, load15: 0.31 }),
		memory: create(MemInfoSchema, {
			memtotal: 8_000_000n,
			memfree: BigInt(2_000_000 + Math.round(500_000 * wave)),
			memavailable: 5_000_000n,
			buffers: 100_000n,
			cached: 2_400_000n,
			shmem: 25_000n,
		}),
		system: create(SystemStatSchema, {
			bootTime: BigInt(Math.floor(fakeNow / 1000) - 11_045),
			cpuTotal: create(CPUStatSchema, { user: busy, system: busy / 3, idle: Math.max(seconds * 4 - busy, 0) }),
			contextSwitches: BigInt(turn * 12_400),
			processCreated: BigInt(turn * 17),
			processRunning: 3n,
		}),
		processors: Array.from({ length: 4 }, () => create(CPUInfoSchema, { cpuMhz: 2400 })),
		frequencies: [],
		network: create(NetDevSchema, { rxBytes: BigInt(Math.round(turn * 90_000 * wave)), txBytes: BigInt(turn * 30_000) }),
		disks: create(DiskStatSchema, { readSectors: BigInt(turn * 8), writeSectors: BigInt(turn * 900) }),
		processes: fakeProcesses.map(([pid, executable, args, resident, rate]) =>
			create(ProcessInfoSchema, {
				pid,
				executable,
				args,
				state: 'S',
				threads: 11,
				cpuTime: rate * seconds,
				virtualMemory: 1_600_000_000n,
				residentMemory: resident,
			}),
		),
		services: fakeServices.map(([id, state, healthy, message]) =>
			create(ServiceInfoSchema, {
				id,
				state,
				health: { unknown: healthy === undefined, healthy: healthy === true, lastMessage: '' },
				events: { events: [{ state, msg: message, ts: { seconds: BigInt(Math.floor(fakeNow / 1000) - 3725), nanos: 0 } }] },
			}),
		),
	};
}

const fakeProcesses = [
	[8, '/usr/bin/node', 'machined', 142_000_000n, 0.07],
	[486, '/usr/local/bin/kube-apiserver', 'kube-apiserver --admission-control-config-file=/system/config', 299_000_000n, 0.21],
	[189, '/usr/local/bin/etcd', 'etcd --name=cp-1 --data-dir=/var/lib/etcd', 57_000_000n, 0.11],
	[133, '/usr/bin/containerd', 'containerd --config /system/run/cri.toml', 58_000_000n, 0.02],
] as const;

const fakeServices = [
	['apid', 'Running', true, 'Health check successful'],
	['containerd', 'Running', true, 'Health check successful'],
	['etcd', 'Running', true, 'Health check successful'],
	['kubelet', 'Running', true, 'Health check successful'],
	['machined', 'Running', undefined, 'Service started as goroutine'],
] as const;
