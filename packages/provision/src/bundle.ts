import type { ClusterDescription, NodeDescription } from './cluster.ts';
import { machinedHeap, machinedMalloc } from './constants.ts';

/** The places on the host that a container node is given. */
export interface BundlePlaces {
	readonly networkNamespace: string;
	readonly cgroup: string;
	/** Host folders by the path that they have in the node: STATE, EPHEMERAL and the writable folders of the image. */
	readonly volumes: Readonly<Record<string, string>>;
	/** Host files by the path that they have in the node. */
	readonly files: Readonly<Record<string, string>>;
	/** The host file that the node reads as its boot id. */
	readonly bootId: string;
}

/**
 * The OCI runtime configuration of a container node: everything that the host has and can give away, in namespaces of
 * its own, as upstream's container mode wants it (privileged, root read-only, /run, /system and /tmp in memory).
 */
export function nodeBundle(
	cluster: ClusterDescription,
	node: NodeDescription,
	places: BundlePlaces,
	capabilities: readonly string[],
): object {
	const tmpfs = (destination: string, mode = '755') => ({
		destination,
		type: 'tmpfs',
		source: 'tmpfs',
		options: ['nosuid', 'nodev', `mode=${mode}`],
	});
	const bind = (destination: string, source: string, option: string) => ({ destination, type: 'bind', source, options: [option, 'rw'] });
	return {
		ociVersion: '1.2.0',
		hostname: node.name,
		root: { path: cluster.rootFileSystem, readonly: true },
		process: {
			terminal: false,
			cwd: '/',
			user: { uid: 0, gid: 0 },
			args: ['/sbin/init', '/usr/bin/node', ...machinedHeap, '/usr/lib/ichor/machined.cjs'],
			env: [
				'PATH=/usr/bin:/usr/sbin',
				'PLATFORM=container',
				...machinedMalloc,
				`HOSTNAME=${node.name}`,
				...(node.configuration === undefined ? [] : [`USERDATA=${Buffer.from(node.configuration).toString('base64')}`]),
			],
			capabilities: {
				bounding: capabilities,
				effective: capabilities,
				permitted: capabilities,
				inheritable: capabilities,
				ambient: capabilities,
			},
			noNewPrivileges: false,
		},
		mounts: [
			{ destination: '/proc', type: 'proc', source: 'proc' },
			{ destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'strictatime', 'mode=755', 'size=65536k'] },
			{
				destination: '/dev/pts',
				type: 'devpts',
				source: 'devpts',
				options: ['nosuid', 'noexec', 'newinstance', 'ptmxmode=0666', 'mode=0620'],
			},
			{ destination: '/dev/shm', type: 'tmpfs', source: 'shm', options: ['nosuid', 'noexec', 'nodev', 'mode=1777'] },
			{ destination: '/dev/mqueue', type: 'mqueue', source: 'mqueue', options: ['nosuid', 'noexec', 'nodev'] },
			{ destination: '/sys', type: 'sysfs', source: 'sysfs', options: ['nosuid', 'noexec', 'nodev', 'rw'] },
			{ destination: '/sys/fs/cgroup', type: 'cgroup', source: 'cgroup', options: ['nosuid', 'noexec', 'nodev', 'relatime', 'rw'] },
			tmpfs('/run'),
			tmpfs('/system'),
			tmpfs('/tmp', '1777'),
			...Object.entries(places.volumes).map(([path, source]) => bind(path, source, 'rbind')),
			...Object.entries(places.files).map(([path, source]) => bind(path, source, 'bind')),
		],
		hooks: {
			// The runtime mounts nothing over /proc itself, but lets this be done before the root is the node's.
			createContainer: [{ path: '/usr/bin/mount', args: ['mount', '--bind', places.bootId, `${cluster.rootFileSystem}${bootIdPath}`] }],
		},
		linux: {
			// Pods mount volumes that other pods must see: the node's own tree is shared.
			rootfsPropagation: 'shared',
			cgroupsPath: places.cgroup,
			resources: { devices: [{ allow: true, access: 'rwm' }] },
			// The kubelet does not start without it.
			devices: [{ path: '/dev/kmsg', type: 'c', major: 1, minor: 11, fileMode: 0o644 }],
			namespaces: [
				...['pid', 'ipc', 'uts', 'mount', 'cgroup'].map((type) => ({ type })),
				{ type: 'network', path: places.networkNamespace },
			],
		},
	};
}

/** Tells one start of a kernel from the next (random(4)): clients that wait for a reboot compare it. */
const bootIdPath = '/proc/sys/kernel/random/boot_id';
