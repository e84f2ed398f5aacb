import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Context } from '@ichor/std';
import { ProgramError, runProgram } from '@ichor/std/node';
import { ProvisionError } from './errors.ts';

/** By the Debian package that brings it: whether this machine has a thing. */
export type HostNeeds = Readonly<Record<string, () => boolean>>;

/** What this machine must have to build and run a local cluster. */
const clusterNeeds: HostNeeds = {
	iproute2: () => isInstalled('ip'),
	e2fsprogs: () => isInstalled('mkfs.ext4'),
	'util-linux': () => isInstalled('unshare'),
	mount: () => isInstalled('mount'),
	gcc: () => isInstalled('gcc'),
	binutils: () => isInstalled('strip'),
	'libc6-dev': () => existsSync('/usr/include/stdio.h'),
	'pkg-config': () => isInstalled('pkg-config'),
	'libseccomp-dev': () => existsSync('/usr/include/seccomp.h'),
	'debian-archive-keyring': () => existsSync('/usr/share/keyrings/debian-archive-keyring.gpg'),
};

/**
 * Installs the packages that are missing, with apt.
 *
 * @param say told what is installed before it is
 * @param needs what a local cluster needs, unless told otherwise
 * @throws ProvisionError `refused` when this machine has no apt, or apt fails
 */
export async function installHostPrograms(context: Context, say: (text: string) => void, needs = clusterNeeds): Promise<readonly string[]> {
	const missing = Object.entries(needs).flatMap(([name, isThere]) => (isThere() ? [] : [name]));
	if (missing.length === 0) return [];
	if (!isInstalled('apt-get'))
		throw new ProvisionError(
			'refused',
			`this machine lacks ${missing.join(', ')}, and has no apt-get to install them: install them and try again`,
		);
	say(`installing with apt-get: ${missing.join(', ')}`);
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	try {
		await runProgram('apt-get', ['-qq', 'update'], { signal: context.signal, env });
		await runProgram('apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', ...missing], { signal: context.signal, env });
	} catch (error) {
		if (!(error instanceof ProgramError) || error.code === 'cancelled') throw error;
		throw new ProvisionError('refused', `cannot install ${missing.join(', ')}: ${error.message}`, { cause: error });
	}
	return missing;
}

/** Whether a program is where root's programs are, or where this process looks for them. */
export function isInstalled(program: string): boolean {
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
	return folders.some((folder) => existsSync(join(folder, program)));
}
