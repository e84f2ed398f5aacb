import { posix } from 'node:path';
import type { VolumeConfigSpec } from '@ichor/machinery/resources';
import { etcdUser, kubernetesApiServerUser } from '../../users.ts';

/** A volume and its name. */
export interface SystemVolume {
	readonly id: string;
	readonly spec: VolumeConfigSpec;
}

/** The volumes that a container node always has: there STATE and EPHEMERAL are directories, and META is on no disk. */
export const firstVolumes: readonly SystemVolume[] = [
	{ id: 'META', spec: { type: 'partition', provisioning: {}, locator: {} } },
	{ id: 'STATE', spec: directory({ path: '/system/state', mode: 0o700, label: 'system_state_t' }) },
];

/** The volumes of a machine with a configuration. The parent of each is in the list before it. */
export function configuredVolumes(): readonly SystemVolume[] {
	const parents = new Map([
		['/var', 'EPHEMERAL'],
		['/var/run', '/var/run'],
	]);
	const below = folders.map((folder): SystemVolume => {
		const id = folder.id ?? folder.path;
		const parent = parents.get(posix.dirname(folder.path)) ?? '';
		parents.set(folder.path, id);
		return { id, spec: directory({ ...folder, path: posix.basename(folder.path), parent }) };
	});
	return [
		{ id: 'EPHEMERAL', spec: directory({ path: '/var', mode: 0o755, label: 'ephemeral_t' }) },
		{ id: '/var/run', spec: run },
		...below,
	];
}

const run: VolumeConfigSpec = {
	type: 'symlink',
	provisioning: {},
	locator: {},
	mount: { targetPath: '/var/run', selinuxLabel: '', projectQuotaSupport: false },
	symlink: { symlinkTargetPath: '/run', force: true },
};

interface Folder {
	readonly id?: string;
	readonly path: string;
	readonly mode: number;
	readonly label: string;
	readonly parent?: string;
	readonly user?: number;
	/** What is in it already belongs to its user too. */
	readonly recursive?: boolean;
}

/** Upstream's internal/app/machined/pkg/controllers/block/internal/volumes/volumeconfig/system_volumes.go. */
const folders: readonly Folder[] = [
	{ path: '/var/log', mode: 0o755, label: 'var_log_t' },
	{ path: '/var/log/audit', mode: 0o700, label: 'audit_log_t' },
	{ path: '/var/log/audit/kube', mode: 0o700, label: 'kube_log_t', user: kubernetesApiServerUser, recursive: true },
	{ path: '/var/log/containers', mode: 0o755, label: 'containers_log_t' },
	{ path: '/var/log/pods', mode: 0o755, label: 'pods_log_t' },
	{ path: '/var/lib', mode: 0o700, label: 'ephemeral_t' },
	{ id: 'ETCD', path: '/var/lib/etcd', mode: 0o700, label: 'etcd_data_t', user: etcdUser, recursive: true },
	{ path: '/var/lib/containerd', mode: 0, label: 'containerd_state_t' },
	{ path: '/var/lib/kubelet', mode: 0o700, label: 'kubelet_state_t' },
	{ path: '/var/lib/cni', mode: 0o700, label: 'cni_state_t', recursive: true },
	{ path: '/var/lib/kubelet/seccomp', mode: 0o700, label: 'seccomp_profile_t' },
	{ path: '/var/lib/kubelet/seccomp/profiles', mode: 0o700, label: 'seccomp_profile_t', recursive: true },
	{ path: '/var/mnt', mode: 0o755, label: 'ephemeral_t' },
	{ path: '/var/run/lock', mode: 0o755, label: 'var_lock_t' },
];

/** What is empty is left out, as upstream does. */
function directory({ path, mode, label, parent = '', user = 0, recursive = false }: Folder): VolumeConfigSpec {
	return {
		type: 'directory',
		provisioning: {},
		locator: {},
		mount: {
			targetPath: path,
			selinuxLabel: `system_u:object_r:${label}:s0`,
			projectQuotaSupport: false,
			...(parent === '' ? {} : { parentId: parent }),
			...(mode === 0 ? {} : { fileMode: mode }),
			...(user === 0 ? {} : { uid: user, gid: user }),
			...(recursive ? { recursiveRelabel: true } : {}),
		},
	};
}
