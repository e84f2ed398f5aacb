import { chown, mkdir } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { openEthtool } from '@ichor/linux/ethtool';
import { kernelParams } from '@ichor/linux/kernel-params';
import { releaseFreeMemory } from '@ichor/linux/malloc';
import { bindMounts } from '@ichor/linux/mount';
import { openRouteNetlink } from '@ichor/linux/netlink';
import { gratuitousArp } from '@ichor/linux/packet';
import { endConnections } from '@ichor/linux/sock-diag';
import {
	ApiCertificates,
	HostnameStatus,
	MachineType,
	Member,
	machineRegistry,
	machineTypeId,
	NodeAddress,
	namespaces,
	OperatorSpec,
	OSRoot,
	TrustdCertificates,
	VolumeLifecycle,
	volumeLifecycleId,
} from '@ichor/machinery/resources';
import { listenUnix } from '@ichor/rpc';
import { Engine, InMemoryState, observedState, publishDefinitions, State } from '@ichor/runtime';
import { messageOf, waitFor } from '@ichor/std';
import { reduceMemoryWhenQuiet } from '@ichor/std/node';
import { machineServer } from './api/server.ts';
import { boundLogs } from './boot/bounded-logs.ts';
import { Configuration } from './boot/configuration.ts';
import { serveDaemonState } from './boot/daemon-state.ts';
import { blockControllers } from './controllers/block/index.ts';
import { clusterControllers } from './controllers/cluster/index.ts';
import { configControllers } from './controllers/config/index.ts';
import { criControllers } from './controllers/cri/index.ts';
import { etcdControllers } from './controllers/etcd/index.ts';
import { filesControllers } from './controllers/files/index.ts';
import { kubernetesControllers } from './controllers/k8s/index.ts';
import { nodeClient } from './controllers/k8s/kubernetes-access.ts';
import { kubeSpanControllers } from './controllers/kubespan/index.ts';
import { networkControllers } from './controllers/network/index.ts';
import { perfControllers } from './controllers/perf/index.ts';
import { runtimeControllers } from './controllers/runtime/index.ts';
import { secretsControllers } from './controllers/secrets/index.ts';
import { timeControllers } from './controllers/time/index.ts';
import { EventBus } from './events/event-bus.ts';
import { Journal } from './history/journal.ts';
import { Console } from './log.ts';
import type { Machine } from './machine.ts';
import { paths } from './paths.ts';
import { bootSequence, initializeSequence, installSequence } from './sequencer/boot-sequences.ts';
import { shutdownSequence } from './sequencer/end-sequences.ts';
import { Sequencer } from './sequencer/sequencer.ts';
import { volumeFolders } from './sequencer/volumes.ts';
import { EtcdControl } from './services/etcd-control.ts';
import { serviceList } from './services/service-list.ts';
import { ServiceSet } from './services/service-set.ts';
import { apidUser, trustdUser } from './users.ts';

/** machined: everything that a node is, but for PID 1 itself and what faces the network. */

// what `processes` and `netstat` call it
process.title = 'machined';
reduceMemoryWhenQuiet({ release: releaseFreeMemory });

const life = new AbortController();
const console = new Console();
const context = console.context(life.signal);
const registry = machineRegistry();
const journal = new Journal({ folder: paths.history, registry });
const state = new State(observedState(new InMemoryState(), journal));

/** Named by whoever made the container, as upstream's provisioner does, or by what the container sees: `2CPU-8192RAM`. */
const instanceType = process.env.TALOSSKU ?? `${availableParallelism()}CPU-${Math.round(totalmem() / 2 ** 20)}RAM`;

const engine = new Engine(state);
const events = new EventBus();

const machine: Machine = {
	context,
	state,
	registry,
	engine,
	events,
	services: new ServiceSet(context, events, state),
	sequencer: new Sequencer(context, events),
	configuration: new Configuration(state),
	etcd: new EtcdControl(state),
	journal,
	openNodeClient: nodeClient,
	exit(code) {
		context.log('info', code === 0 ? 'shutting down' : 'rebooting');
		// the last line and the last answer are still on their way
		setTimeout(() => process.exit(code), 50);
	},
};

const openElection = () => machine.etcd.openElection();
for (const controllers of [
	blockControllers,
	clusterControllers,
	configControllers,
	criControllers,
	etcdControllers({ etcd: machine.etcd }),
	filesControllers({ mounts: bindMounts }),
	kubernetesControllers({ services: machine.services, state, openElection }),
	kubeSpanControllers,
	networkControllers({
		kernel: openRouteNetlink(),
		cards: openEthtool(),
		arp: gratuitousArp,
		endConnections,
		instanceType,
		openElection,
		dnsLog: console.component('dns-resolve-cache'),
	}),
	perfControllers,
	runtimeControllers({
		events,
		kernelParams: kernelParams(),
		faults: { failures: () => engine.failures, volumes: volumeFolders },
		logs: paths.logs,
	}),
	secretsControllers,
	timeControllers,
]) {
	for (const controller of controllers) engine.register(controller);
}

const list = serviceList(state, machine.etcd);

process.on('SIGTERM', () => {
	machine.sequencer.run(shutdownSequence(machine, { force: true }), { force: true }).catch((error: unknown) => {
		context.log('error', 'cannot shut down in order', { error: messageOf(error) });
		machine.exit(0);
	});
});

main().catch((error: unknown) => {
	context.log('error', 'machined cannot start', { error: messageOf(error) });
	process.exit(1);
});

async function main(): Promise<void> {
	await publishDefinitions(state, registry, namespaces);
	await state.create(VolumeLifecycle.resource(volumeLifecycleId, {}));
	await mkdir(dirname(paths.machineSocket), { recursive: true });
	await listenUnix(machineServer(machine).accept, paths.machineSocket, 0o600);
	await chown(paths.machineSocket, apidUser, apidUser);
	await serveDaemonState(machine, paths.apidState, apidUser, [ApiCertificates, MachineType, HostnameStatus, NodeAddress]);
	await serveDaemonState(machine, paths.trustdState, trustdUser, [TrustdCertificates, OSRoot, OperatorSpec, NodeAddress, Member]);
	void engine.run(context).catch((error: unknown) => {
		context.log('error', 'the controllers have stopped', { error: messageOf(error) });
		process.exit(1);
	});
	void boundLogs(context);
	void journal.run(context);
	await run();
}

async function run(): Promise<void> {
	const { sequencer } = machine;
	try {
		await sequencer.run(initializeSequence(machine, list));
		await sequencer.run(installSequence());
		await sequencer.run(bootSequence(machine, list, machineType));
	} catch (error) {
		// another sequence took the place of this one, and ends the machine
		context.log('info', 'the boot has ended early', { reason: messageOf(error) });
	}
}

async function machineType(): Promise<string> {
	const known = await waitFor(context, async () => {
		const type = await state.find(MachineType.pointer(machineTypeId));
		return type === undefined || type.spec === 'unknown' ? undefined : type.spec;
	});
	return known;
}
