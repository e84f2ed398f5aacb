import type { PulledImage } from '@ichor/containerd';
import { paths } from '../paths.ts';
import { etcdUser } from '../users.ts';

/** A program of etcd's image as a container: its own user, no capability, etcd's folders and the machine's network. */
export function etcdSpecification(image: PulledImage, command: readonly string[], readable: readonly string[] = []): object {
	const bind = (path: string, mode: 'ro' | 'rw') => ({ destination: path, type: 'bind', source: path, options: ['rbind', mode] });
	return {
		ociVersion: '1.2.0',
		root: { path: 'rootfs', readonly: true },
		process: {
			cwd: '/',
			user: { uid: etcdUser, gid: etcdUser },
			args: command,
			env: [...image.environment],
			capabilities: { bounding: [], effective: [], permitted: [] },
			noNewPrivileges: true,
		},
		mounts: [
			{ destination: '/proc', type: 'proc', source: 'proc' },
			{ destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'strictatime', 'mode=755', 'size=65536k'] },
			bind(paths.etcdPki, 'ro'),
			bind(paths.etcdData, 'rw'),
			...readable.map((path) => bind(path, 'ro')),
		],
		linux: {
			cgroupsPath: '/podruntime/etcd',
			namespaces: [{ type: 'pid' }, { type: 'ipc' }, { type: 'mount' }],
			resources: { devices: [{ allow: false, access: 'rwm' }] },
		},
	};
}
