import { mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isInstalled } from '@ichor/provision';
import { background } from '@ichor/std';
import { runProgram } from '@ichor/std/node';

/** Where programs are that a bench compares with. */
export interface ScratchPrograms {
	/** The path of a program. */
	readonly of: (program: string) => string;
	/** With what it finds its libraries. */
	readonly env: Readonly<Record<string, string>>;
}

/**
 * Programs of Debian packages that are called like them: this machine's, or those of packages that are taken apart in a
 * folder and leave nothing outside of it; says so.
 *
 * @throws ProgramError when apt cannot bring them
 */
export async function scratchPrograms(folder: string, names: readonly string[]): Promise<ScratchPrograms> {
	const missing = names.filter((name) => !isInstalled(name));
	if (missing.length === 0) return { of: (program) => program, env: {} };
	console.log(`taking apart, for this bench only: ${missing.join(', ')}`);
	const root = join(folder, 'root');
	const archives = join(folder, 'archives');
	mkdirSync(join(archives, 'partial'), { recursive: true });
	const signal = background.signal;
	await runProgram('apt-get', ['-qq', 'update'], { signal });
	// what they need and this machine lacks comes with them
	const download = ['-qq', '--yes', '--no-install-recommends', '--download-only', '--option', `Dir::Cache::archives=${archives}`];
	await runProgram('apt-get', [...download, 'install', ...missing], { signal });
	for (const name of readdirSync(archives)) {
		if (name.endsWith('.deb')) await runProgram('dpkg-deb', ['--extract', join(archives, name), root], { signal });
	}
	const libraries = ['usr/lib', 'lib'].flatMap((place) => [join(root, place), join(root, place, `${machine}-linux-gnu`)]);
	const of = (program: string) => {
		if (!missing.includes(program)) return program;
		const found = ['usr/sbin', 'usr/bin'].find((place) => readdirSync(join(root, place)).includes(program));
		if (found === undefined) throw new Error(`the package ${program} has no program of that name`);
		return join(root, found, program);
	};
	return { of, env: { LD_LIBRARY_PATH: libraries.join(delimiter) } };
}

/** As Debian names architectures in paths. */
const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
