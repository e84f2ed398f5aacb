import { mkdir, readlink, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../paths.ts';

/** A program of the node's own root file system, kept apart: its own user, no capability, only the folders that it is given. */
export interface SharedRootProgram {
	readonly id: string;
	readonly command: readonly string[];
	readonly user: number;
	/** Folders of the node that it sees under the same path, read-only. */
	readonly folders: readonly string[];
	/** Kernel capabilities that it keeps; none unless given. */
	readonly capabilities?: readonly string[];
}

/**
 * Makes the empty root of such a container and returns its OCI specification. Programs and libraries are the node's,
 * bound read-only; the network is the node's too.
 */
export async function sharedRootSpecification(program: SharedRootProgram): Promise<object> {
	const root = join(paths.roots, program.id);
	const folders = ['/usr', '/etc', '/proc', '/dev', '/tmp', '/sys', ...program.folders];
	for (const folder of folders) await mkdir(join(root, folder), { recursive: true });
	for (const [name, target] of Object.entries(links)) await linkOnce(target, join(root, name));
	const capabilities = [...(program.capabilities ?? [])];
	const bind = (path: string) => ({ destination: path, type: 'bind', source: path, options: ['rbind', 'ro'] });
	return {
		ociVersion: '1.2.0',
		root: { path: root, readonly: true },
		process: {
			cwd: '/',
			user: { uid: program.user, gid: program.user },
			args: program.command,
			env: ['PATH=/usr/bin', ...malloc],
			capabilities: { bounding: capabilities, effective: capabilities, permitted: capabilities },
			noNewPrivileges: true,
		},
		mounts: [
			{ destination: '/proc', type: 'proc', source: 'proc' },
			{ destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'strictatime', 'mode=755', 'size=65536k'] },
			{ destination: '/tmp', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'nodev', 'mode=1777', 'size=65536k'] },
			...['/usr', '/etc', ...program.folders].map(bind),
		],
		linux: {
			cgroupsPath: `/system/${program.id}`,
			namespaces: [{ type: 'pid' }, { type: 'ipc' }, { type: 'mount' }],
			resources: { devices: [{ allow: false, access: 'rwm' }] },
		},
	};
}

/** libc keeps memory as it does for machined: whoever starts that says how (mallopt(3)). */
const malloc = Object.entries(process.env).flatMap(([name, value]) => (name.startsWith('MALLOC_') ? [`${name}=${value}`] : []));

/** As in the node's root. */
const links: Readonly<Record<string, string>> = { bin: 'usr/bin', lib: 'usr/lib', lib64: 'usr/lib' };

async function linkOnce(target: string, path: string): Promise<void> {
	if ((await readlink(path).catch(() => undefined)) === undefined) await symlink(target, path);
}
