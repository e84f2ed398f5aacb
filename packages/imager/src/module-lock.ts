import { ImagerError } from './errors.ts';
import { downloadModule } from './go-command.ts';
import type { Lock } from './lock.ts';

/** The checksum of a module's release: the lock's, or the checksum database's for a release that the lock does not have. */
export async function moduleHash(lock: Lock, module: string, version: string): Promise<string> {
	const locked = lock.get('go', `${module}@${version}`);
	if (locked !== undefined) return locked.hash;
	const { Sum } = await downloadModule(module, version);
	lock.set('go', `${module}@${version}`, { version, hash: Sum });
	return Sum;
}

/**
 * The folder of a module's release on this machine.
 *
 * @throws ImagerError `integrity` when it is not what the lock says
 */
export async function moduleFolder(lock: Lock, module: string, version: string): Promise<string> {
	const { Sum, Dir } = await downloadModule(module, version);
	const locked = lock.get('go', `${module}@${version}`);
	if (locked !== undefined && locked.hash !== Sum)
		throw new ImagerError('integrity', `${module} ${version} has the hash ${Sum}, os/lock.json says ${locked.hash}`);
	return Dir;
}
