import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { paths } from '../paths.ts';

export interface KubeletMount {
	readonly destination: string;
	readonly type: string;
	readonly source: string;
	readonly options: readonly string[];
}

/** What a kubelet's container is made of. */
export interface KubeletContainer {
	/** Its program and arguments. */
	readonly command: readonly string[];
	readonly environment: readonly string[];
	/** The user's own. */
	readonly extraMounts: readonly KubeletMount[];
	/** All that there are to give. */
	readonly capabilities: readonly string[];
	/** Stands for the content of the files that it reads: other files make another container. */
	readonly files: string;
}

/**
 * The OCI specification of the kubelet: it sees the machine's processes, network, devices and cgroups, and what it
 * mounts for pods is seen by containerd.
 */
export function kubeletContainer({ command, environment, extraMounts, capabilities, files }: KubeletContainer): object {
	const mayBePreferred = capabilities.includes('CAP_SYS_RESOURCE');
	return {
		ociVersion: '1.2.0',
		annotations: { [filesAnnotation]: files },
		root: { path: 'rootfs', readonly: false },
		process: {
			cwd: '/',
			user: { uid: 0, gid: 0 },
			args: command,
			env: environment.length === 0 ? ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] : [...environment],
			capabilities: { bounding: capabilities, effective: capabilities, permitted: capabilities },
			noNewPrivileges: false,
			oomScoreAdj: mayBePreferred ? oomScore : 0,
		},
		mounts: [{ destination: '/proc', type: 'proc', source: 'proc' }, ...machineMounts(), ...extraMounts],
		linux: {
			cgroupsPath: '/podruntime/kubelet',
			rootfsPropagation: 'shared',
			namespaces: [{ type: 'ipc' }, { type: 'mount' }],
			resources: { devices: [{ allow: true, access: 'rwm' }] },
		},
	};
}

/** Ours: nobody else reads it. */
const filesAnnotation = 'ichor/kubelet-files';

/** Upstream: KubeletOOMScoreAdj. */
const oomScore = -450;

/** Upstream's mounts (system/services/kubelet.go); a plain bind of cgroup v1 shows none of its hierarchies: it is recursive here. */
function machineMounts(): readonly KubeletMount[] {
	const bind = (destination: string, source: string, ...options: readonly string[]): KubeletMount => ({
		destination,
		type: 'bind',
		source,
		options,
	});
	const same = (path: string, ...options: readonly string[]): KubeletMount => bind(path, path, ...options);
	const mounts = [
		same('/dev', 'rbind', 'rslave', 'rw'),
		same('/sys', 'rbind', 'rslave', 'ro'),
		same('/sys/fs/cgroup', 'rbind', 'rw'),
		bind('/lib/modules', '/usr/lib/modules', 'bind', 'ro'),
		same('/etc/kubernetes', 'bind', 'rw'),
		same(paths.kubeletCredentialProviders, 'bind', 'ro'),
		same('/etc/nfsmount.conf', 'bind', 'ro'),
		same('/etc/machine-id', 'bind', 'ro'),
		same('/etc/os-release', 'bind', 'ro'),
		same('/etc/hostname', 'bind', 'ro'),
		same('/etc/hosts', 'bind', 'ro'),
		same('/etc/resolv.conf', 'bind', 'ro'),
		// the folder, because its file is replaced when it changes
		same(dirname(paths.podResolvConf), 'bind', 'ro'),
		same('/etc/cni', 'bind', 'ro'),
		same('/usr/libexec/kubernetes', 'bind', 'rw'),
		bind('/var/run', '/run', 'rbind', 'rslave', 'rw'),
		bind('/run', '/run', 'rbind', 'rslave', 'rw'),
		same('/var/lib/containerd', 'rbind', 'rslave', 'rw'),
		same('/var/lib/kubelet', 'rbind', 'rshared', 'rw'),
		same('/var/log/containers', 'bind', 'rw'),
		same('/var/log/pods', 'bind', 'rw'),
		same(paths.userVolumes, 'rbind', 'rslave', 'ro'),
	];
	// a node's root file system has what it needs: not every file that upstream's has
	return mounts.filter(({ source }) => existsSync(source));
}
