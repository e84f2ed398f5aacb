import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '@ichor/std';
import { ProgramError, runProgram } from '@ichor/std/node';
import { ImagerError } from './errors.ts';

/** The Debian release whose packages the image takes files from. */
const suite = 'trixie';
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** An index older than this, in milliseconds, is fetched again before a package that is not cached. */
const indexAge = 24 * 60 * 60 * 1000;

/**
 * Packages of a Debian release other than the machine's own, fetched by apt with a state folder of its own and checked
 * against the archive's signature. Where the archive is, the machine's apt configuration says.
 */
export class DebianArchive {
	readonly #folder: string;

	/** @param folder where lists and packages are kept */
	constructor(folder: string) {
		this.#folder = folder;
	}

	/** The version that the archive offers now. */
	async candidate(context: Context, name: string): Promise<string> {
		await this.#refresh(context);
		const policy = await this.#apt(context, 'apt-cache', ['policy', name]);
		const version = /Candidate: (\S+)/.exec(policy)?.[1];
		if (version === undefined || version === '(none)') throw new ImagerError('build', `Debian ${suite} has no package ${name}`);
		return version;
	}

	/** Fetches one version of a package; returns the path of the .deb and its SHA-256. */
	async fetch(context: Context, name: string, version: string): Promise<{ readonly path: string; readonly hash: string }> {
		const packages = join(this.#folder, 'packages');
		const prefix = `${name}_${version.replaceAll(':', '%3a')}_`;
		await mkdir(packages, { recursive: true });
		const find = async () => (await readdir(packages)).find((file) => file.startsWith(prefix) && file.endsWith('.deb'));
		if ((await find()) === undefined) {
			await this.#refresh(context);
			await this.#apt(context, 'apt-get', ['download', '-o', 'APT::Sandbox::User=root', `${name}=${version}`], packages);
		}
		const file = await find();
		if (file === undefined) throw new ImagerError('build', `apt did not leave ${name} ${version} in ${packages}`);
		const path = join(packages, file);
		return {
			path,
			hash: createHash('sha256')
				.update(await readFile(path))
				.digest('hex'),
		};
	}

	async #refresh(context: Context): Promise<void> {
		const stamp = join(this.#folder, 'refreshed');
		const configuration = this.#configuration();
		if (existsSync(configuration) && existsSync(stamp) && Date.now() - Number(await readFile(stamp, 'utf8')) < indexAge) return;
		await mkdir(join(this.#folder, 'lists/partial'), { recursive: true });
		await mkdir(join(this.#folder, 'cache/archives/partial'), { recursive: true });
		const sources = join(this.#folder, 'debian.sources');
		await writeFile(sources, `Types: deb\nURIs: ${await machineMirror()}\nSuites: ${suite}\nComponents: main\nSigned-By: ${keyring}\n`);
		await writeFile(configuration, this.#settings(sources));
		context.progress(`fetching the package index of Debian ${suite}`);
		await this.#apt(context, 'apt-get', ['update']);
		await writeFile(stamp, String(Date.now()));
	}

	#configuration(): string {
		return join(this.#folder, 'apt.conf');
	}

	#settings(sources: string): string {
		return [
			`Dir::Etc::sourcelist "${sources}";`,
			'Dir::Etc::sourceparts "-";',
			`Dir::State::lists "${join(this.#folder, 'lists')}";`,
			`Dir::Cache "${join(this.#folder, 'cache')}";`,
			'Dir::State::status "/dev/null";',
			'Acquire::Languages "none";',
			'',
		].join('\n');
	}

	async #apt(context: Context, program: string, args: readonly string[], cwd?: string): Promise<string> {
		try {
			return await runProgram(program, ['-c', this.#configuration(), ...args], {
				signal: context.signal,
				...(cwd === undefined ? {} : { cwd }),
			});
		} catch (error) {
			if (!(error instanceof ProgramError) || error.code === 'cancelled') throw error;
			throw new ImagerError(error.code === 'missing' ? 'tool' : 'build', error.message, { cause: error });
		}
	}
}

/** The archive that this machine's own apt uses for Debian's main packages. */
async function machineMirror(): Promise<string> {
	const files: string[] = [];
	for await (const file of glob('/etc/apt/{sources.list,sources.list.d/*.{list,sources}}')) files.push(file);
	for (const file of files.toSorted()) {
		const text = (await readFile(file, 'utf8')).replaceAll(/^#.*$/gm, '');
		const found = /^URIs:\s*(\S+\/debian)\/?\s*$/m.exec(text) ?? /^deb\s+(?:\[[^\]]*\]\s+)?(\S+\/debian)\/?\s/m.exec(text);
		if (found?.[1] !== undefined) return found[1];
	}
	throw new ImagerError('tool', "this machine's apt configuration names no Debian archive: the image takes glibc from one");
}
