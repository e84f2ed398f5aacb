import { defaults } from '@ichor/machinery/versions';

/** Where one containerd has its things. */
export interface ContainerdPlaces {
	readonly socket: string;
	readonly state: string;
	readonly root: string;
	readonly configuration: string;
	/** What the kubelet asks of it; without, it runs the system's own services and nothing else. */
	readonly pods?: PodPlaces;
}

/** What containerd needs to run pods. */
export interface PodPlaces {
	/** The folder of hosts.toml files, one folder a registry. */
	readonly registryHosts: string;
	/** Where network plugins are, and where the one that is wanted is configured. */
	readonly networkPlugins: readonly string[];
	readonly networkConfiguration: string;
}

/**
 * A version 3 configuration (containerd's documentation, containerd-config.toml and cri/config.md).
 *
 * @param restrictOomScore no container gets an OOM score below containerd's own: without CAP_SYS_RESOURCE the kernel
 * refuses it, and the container with it
 */
export function containerdConfiguration({ socket, state, root, pods }: ContainerdPlaces, restrictOomScore: boolean): string {
	const disabled = pods === undefined ? [...unused, ...podPlugins] : unused;
	return [
		'version = 3',
		`root = ${JSON.stringify(root)}`,
		`state = ${JSON.stringify(state)}`,
		`disabled_plugins = ${JSON.stringify(disabled)}`,
		'[grpc]',
		`address = ${JSON.stringify(socket)}`,
		...(pods === undefined ? [] : podSettings(pods, restrictOomScore)),
		'',
	].join('\n');
}

/** As upstream sets them; what is not here is containerd's default: overlayfs, runc by its shim, cgroupfs. */
function podSettings({ registryHosts, networkPlugins, networkConfiguration }: PodPlaces, restrictOomScore: boolean): readonly string[] {
	return [
		"[plugins.'io.containerd.cri.v1.images']",
		'discard_unpacked_layers = true',
		'use_local_image_pull = true',
		"[plugins.'io.containerd.cri.v1.images'.pinned_images]",
		`sandbox = ${JSON.stringify(defaults.pauseImage)}`,
		"[plugins.'io.containerd.cri.v1.images'.registry]",
		`config_path = ${JSON.stringify(registryHosts)}`,
		"[plugins.'io.containerd.cri.v1.runtime']",
		'enable_cdi = true',
		'cdi_spec_dirs = ["/run/cdi"]',
		`restrict_oom_score_adj = ${restrictOomScore}`,
		"[plugins.'io.containerd.cri.v1.runtime'.cni]",
		`bin_dirs = ${JSON.stringify(networkPlugins)}`,
		`conf_dir = ${JSON.stringify(networkConfiguration)}`,
		"[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]",
		'runtime_type = "io.containerd.runc.v2"',
		"[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]",
		'SystemdCgroup = false',
		"[plugins.'io.containerd.nri.v1.nri']",
		'disable = true',
	];
}

/** Neither containerd of ours has a use for these. */
const unused = [
	'io.containerd.differ.v1.erofs',
	'io.containerd.internal.v1.tracing',
	'io.containerd.snapshotter.v1.blockfile',
	'io.containerd.snapshotter.v1.erofs',
	'io.containerd.ttrpc.v1.otelttrpc',
	'io.containerd.tracing.processor.v1.otlp',
];

/** What only pods need. */
const podPlugins = [
	'io.containerd.cri.v1.images',
	'io.containerd.cri.v1.runtime',
	'io.containerd.grpc.v1.cri',
	'io.containerd.nri.v1.nri',
	'io.containerd.podsandbox.controller.v1.podsandbox',
];
