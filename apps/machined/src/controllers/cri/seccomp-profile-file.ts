import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MountStatus, SeccompProfile } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { writeFileAtomically } from '@ichor/std/node';

/**
 * Keeps the files of seccomp profiles as the resources are; other files in the folder are removed.
 *
 * @param folder where the kubelet looks for profiles
 */
export function seccompProfileFileController(folder: string): Controller {
	return reconciling({
		name: 'cri.SeccompProfileFileController',
		inputs: [
			{ ...SeccompProfile.kind, kind: 'weak' },
			{ ...MountStatus.kind, id: volume, kind: 'weak' },
		],
		outputs: [],
		async reconcile(_, runtime) {
			// what is written before is hidden by the mount
			if ((await runtime.find(MountStatus.pointer(volume))) === undefined) return;
			const profiles = (await runtime.list(SeccompProfile.kind)).map(({ spec }) => spec);
			const refused = profiles.filter(({ name }) => !isFileName(name)).map(({ name }) => JSON.stringify(name));
			const wanted = new Map(profiles.filter(({ name }) => isFileName(name)).map(({ name, value }) => [name, value]));
			await mkdir(folder, { recursive: true });
			for (const [name, value] of wanted) await writeFileAtomically(join(folder, name), JSON.stringify(value), 0o644);
			for (const name of await readdir(folder)) {
				if (!wanted.has(name)) await rm(join(folder, name), { recursive: true, force: true });
			}
			if (refused.length > 0) throw new Error(`seccomp profiles must be named as files are, without folders: ${refused.join(', ')}`);
		},
	});
}

/** The folder is on it. */
const volume = 'EPHEMERAL';

/** Nothing outside the folder may be written or removed. */
function isFileName(name: string): boolean {
	return name !== '' && name !== '.' && name !== '..' && basename(name) === name;
}
