import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, messageOf } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import { DebianArchive } from './debian-archive.ts';
import { ImagerError } from './errors.ts';
import type { BuildPlace, RecipeOf, Source } from './source.ts';

/**
 * Files out of a signed Debian package, at the version and hash of the lock. When the archive has superseded that
 * version, the current one is taken and the difference is said; `npm run os:lock` then writes it down.
 */
export const debianSource: Source<RecipeOf<'debian'>> = {
	async ingredients(context, recipe, place) {
		const name = recipe.debian.package;
		const locked = place.lock.get('debian', name);
		if (locked !== undefined) return [locked.version, locked.hash];
		const archive = archiveOf(place);
		const version = await archive.candidate(context, name);
		const { hash } = await archive.fetch(context, name, version);
		place.lock.set('debian', name, { version, hash });
		return [version, hash];
	},

	async build(context, recipe, place, folder) {
		const name = recipe.debian.package;
		context.progress(`fetching Debian's ${name}`);
		const path = await lockedPackage(context, place, name);
		await mkdir(folder, { recursive: true });
		await runProgram('dpkg-deb', ['--extract', path, folder], { signal: context.signal });
	},
};

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
