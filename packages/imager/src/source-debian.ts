import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Context, messageOf } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import { DebianArchive } from './debian-archive.ts';
import { ImagerError } from './errors.ts';
import type { BuildPlace, RecipeOf, Source } from './source.ts';

/**
 * Files out of signed Debian packages, each at the version and hash of the lock. When the archive has superseded a
 * version, the current one is taken and the difference is said; `npm run os:lock` then writes it down.
 */
export const debianSource: Source<RecipeOf<'debian'>> = {
	async ingredients(context, { debian }, place) {
		const all: string[] = [];
		for (const name of debian.packages) all.push(...(await packageVersion(context, place, name)));
		return all;
	},

	async build(context, { debian }, place, folder) {
		await mkdir(folder, { recursive: true });
		for (const name of debian.packages) {
			context.progress(`fetching Debian's ${name}`);
			const path = await lockedPackage(context, place, name);
			await runProgram('dpkg-deb', ['--extract', path, folder], { signal: context.signal });
		}
		for (const [to, pattern] of Object.entries(debian.joined ?? {})) await joinFiles(folder, pattern, to);
	},
};

async function packageVersion(context: Context, place: BuildPlace, name: string): Promise<readonly string[]> {
	const locked = place.lock.get('debian', name);
	if (locked !== undefined) return [locked.version, locked.hash];
	const archive = archiveOf(place);
	const version = await archive.candidate(context, name);
	const { hash } = await archive.fetch(context, name, version);
	place.lock.set('debian', name, { version, hash });
	return [version, hash];
}

async function joinFiles(folder: string, pattern: string, to: string): Promise<void> {
	const files: string[] = [];
	for await (const file of glob(pattern, { cwd: folder })) files.push(file);
	if (files.length === 0) throw new ImagerError('recipe', `the packages have no ${pattern}`);
	const texts = await Promise.all(files.toSorted().map(async (file) => await readFile(join(folder, file), 'utf8')));
	await mkdir(dirname(join(folder, to)), { recursive: true });
	await writeFile(join(folder, to), texts.join(''));
}

async function lockedPackage(context: Context, place: BuildPlace, name: string): Promise<string> {
	const archive = archiveOf(place);
	const locked = place.lock.get('debian', name);
	if (locked === undefined) return (await archive.fetch(context, name, await archive.candidate(context, name))).path;
	try {
		const { path, hash } = await archive.fetch(context, name, locked.version);
		if (hash !== locked.hash)
			throw new ImagerError('integrity', `${name} ${locked.version} has the SHA-256 ${hash}, os/lock.json says ${locked.hash}`);
		return path;
	} catch (error) {
		if (error instanceof ImagerError && error.code === 'integrity') throw error;
		context.log('debug', 'locked package is gone', { name, reason: messageOf(error) });
		const version = await archive.candidate(context, name);
		if (version === locked.version) throw error;
		context.log(
			'warn',
			`Debian has superseded ${name} ${locked.version} with ${version}: taking that one; \`npm run os:lock\` writes it down`,
		);
		return (await archive.fetch(context, name, version)).path;
	}
}

function archiveOf(place: BuildPlace): DebianArchive {
	return new DebianArchive(join(place.cache.root, 'debian'));
}
