import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { background } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import { isInstalled } from './host-programs.ts';

/** Where programs are that a bench compares with, or a test needs. */
export interface ScratchPrograms {
	/** The path of a program. */
	readonly of: (program: string) => string;
	/** With what it finds its libraries. */
	readonly env: Readonly<Record<string, string>>;
}

/**
 * Programs of Debian packages: this machine's, or those of packages that are taken apart in a folder and leave nothing outside of it; says so.
 *
 * @param wanted programs, each with the package that brings it
 * @throws ProgramError when apt cannot bring them
 */
export async function scratchPrograms(folder: string, wanted: Readonly<Record<string, string>>): Promise<ScratchPrograms> {
	const missing = Object.keys(wanted).filter((program) => !isInstalled(program));
	if (missing.length === 0) return { of: (program) => program, env: {} };
	const root = await takenApart(
		folder,
		missing.flatMap((program) => wanted[program] ?? []),
	);
	const libraries = ['usr/lib', 'lib'].flatMap((place) => [join(root, place), join(root, place, `${machine}-linux-gnu`)]);
	const of = (program: string) => {
		if (!missing.includes(program)) return program;
		const found = ['usr/sbin', 'usr/bin'].find((place) => existsSync(join(root, place, program)));
		if (found === undefined) throw new Error(`the package ${wanted[program]} has no program ${program}`);
		return join(root, found, program);
	};
	return { of, env: { LD_LIBRARY_PATH: libraries.join(delimiter) } };
}

/**
 * Debian packages with what they need and this machine lacks, taken apart below a folder; says so.
 *
 * @returns the root that they are in
 * @throws ProgramError when apt cannot bring them
 */
export async function takenApart(folder: string, packages: readonly string[]): Promise<string> {
	console.log(`taking apart, for this run only: ${packages.join(', ')}`);
	const root = join(folder, 'root');
	const archives = join(folder, 'archives');
	mkdirSync(join(archives, 'partial'), { recursive: true });
	const signal = background.signal;
	await runProgram('apt-get', ['-qq', 'update'], { signal });
	const download = ['-qq', '--yes', '--no-install-recommends', '--download-only', '--option', `Dir::Cache::archives=${archives}`];
	await runProgram('apt-get', [...download, 'install', ...packages], { signal });
	for (const name of readdirSync(archives)) {
		if (name.endsWith('.deb')) await runProgram('dpkg-deb', ['--extract', join(archives, name), root], { signal });
	}
	return root;
}

/** As Debian names architectures in paths. */
const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
