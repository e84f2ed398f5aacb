import { defaults } from '@ichor/machinery/versions';
import { duration } from '../command/duration-flag.ts';
import { integer, list, text, toggle } from '../command/flag-kinds.ts';
import type { Terminal } from '../command/terminal.ts';

/** The flags of every command of a local cluster. */
export const clusterFlags = {
	name: text('name', 'the name of the cluster', { initial: 'talos-default', completion: { kind: 'nothing' } }),
	state: text('state', 'the folder that the state of clusters is kept in; without it $ICHOR_HOME, then .ichor', {
		completion: { kind: 'folders' },
	}),
};

/** The folder that the state of clusters is kept in. */
export function homeOf({ state }: { readonly state: string }, { environment }: Terminal): string {
	return state === '' ? (environment.ICHOR_HOME ?? '.ichor') : state;
}

/** The flags of `cluster create container`: those of `cluster create docker`, and what `cluster create dev` has besides. */
export const createFlags = {
	controlPlanes: integer('controlplanes', 'the number of control planes', { initial: 1 }),
	workers: integer('workers', 'the number of workers', { initial: 1 }),
	cidr: text('cidr', 'the network of the nodes: an IPv4 prefix that this host does not have yet', {
		initial: '10.5.0.0/24',
		completion: { kind: 'nothing' },
	}),
	subnet: text('subnet', 'the same as --cidr', { completion: { kind: 'nothing' } }),
	talosVersion: text('talos-version', 'the Talos version whose contract the configurations follow', {
		initial: defaults.talosVersion,
		completion: { kind: 'nothing' },
	}),
	kubernetesVersion: text('kubernetes-version', 'the Kubernetes version to run', {
		initial: defaults.defaultKubernetesVersion,
		completion: { kind: 'nothing' },
	}),
	noKubernetes: toggle('no-kubernetes', 'build no images of Kubernetes: etcd is all that runs in the end'),
	wait: toggle('wait', 'wait until every node runs pods; without it the command ends once etcd has a voter on every control plane', {
		initial: true,
	}),
	waitTimeout: duration('wait-timeout', 'how long the whole may take', { initial: '20m0s' }),
	skipKubeconfig: toggle('skip-kubeconfig', 'leave $KUBECONFIG or ~/.kube/config as it is'),
	patches: list('config-patch', 'a patch for all configurations: the text itself, or @file'),
	controlPlanePatches: list('config-patch-controlplanes', 'a patch for control planes: the text itself, or @file'),
	workerPatches: list('config-patch-workers', 'a patch for workers: the text itself, or @file'),
	talosconfigDestination: text(
		'talosconfig-destination',
		'the talosconfig that the cluster is added to; without it $TALOSCONFIG, then $HOME/.talos/config, then /var/run/secrets/talos.dev/config',
	),
};

/** What `cluster create docker` has and containers of ours have not, yet: each is read, and refused when it is given. */
export const unimplementedCreateFlags = {
	image: text('image', 'the image to run', { hidden: true }),
	exposedPorts: text('exposed-ports', 'ports of a node on this host', { shorthand: 'p', hidden: true }),
	hostIp: text('host-ip', 'the address of exposed ports', { hidden: true }),
	mount: text('mount', 'a mount for every node', { hidden: true }),
	disableIpv6: text('disable-ipv6', 'no IPv6 in nodes', { hidden: true }),
	mtu: text('mtu', 'the MTU of the network', { hidden: true }),
	registryMirrors: text('registry-mirror', 'a mirror of an image registry', { hidden: true }),
	cpusControlPlanes: text('cpus-controlplanes', 'the share of CPUs of a control plane', { hidden: true }),
	cpusWorkers: text('cpus-workers', 'the share of CPUs of a worker', { hidden: true }),
	memoryControlPlanes: text('memory-controlplanes', 'the memory of a control plane', { hidden: true }),
	remoteEndpoint: text('remote-endpoint', 'another machine that makes the cluster', { hidden: true }),
	memoryWorkers: text('memory-workers', 'the memory of a worker', { hidden: true }),
};
