import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRootFileSystem, Cache, Lock, lockSources } from '@ichor/imager';
import { installHostPrograms, isInstalled } from '@ichor/provision';
import { background } from '@ichor/std';
import { runProgram } from '@ichor/std/node';

/**
 * `npm run rootfs`: builds the root file system and prints its size by part, raw and as squashfs, with exit code 1 when the
 * whole is over its budget. `--lock` first looks every source of every recipe up and writes os/lock.json.
 */
const budget = 80e6;
const goal = 60e6;
const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const context = {
	...background,
	progress: (what: string) => console.error(what),
	log: (level: string, message: string) => level !== 'debug' && console.error(`${level}: ${message}`),
};
const place = { checkout, cache: Cache.fromEnvironment(process.env), lock: await Lock.read(join(checkout, 'os')) };
await installHostPrograms(context, console.error, { 'squashfs-tools': () => isInstalled('mksquashfs') });
if (process.argv.includes('--lock')) await lockSources(context, place);
const root = await buildRootFileSystem(context, place, 'NAME="Ichor"\nID=ichor\n');
const rows = await Promise.all(
	[...root.parts].map(async ([name, { path }]) => ({ name, raw: await sizeOf(path), packed: await packedSize(path) })),
);
const whole = { name: 'whole', raw: await sizeOf(root.path), packed: await packedSize(root.path) };
console.log(`${'part'.padEnd(18)}${'raw'.padStart(10)}${'squashfs'.padStart(10)}`);
for (const { name, raw, packed } of [...rows.toSorted((a, b) => b.packed - a.packed), whole])
	console.log(`${name.padEnd(18)}${shown(raw).padStart(10)}${shown(packed).padStart(10)}`);
console.log(`${root.path}\nbudget: ${shown(budget)} of squashfs, goal ${shown(goal)}`);
if (whole.packed > budget) process.exitCode = 1;

async function sizeOf(path: string): Promise<number> {
	return Number((await runProgram('du', ['-sb', path])).split('\t')[0]);
}

/** What it takes in the image, as the image is packed. */
async function packedSize(path: string): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-rootfs-'));
	try {
		const image = join(folder, 'rootfs.sqfs');
		await runProgram('mksquashfs', [
			path,
			image,
			'-comp',
			'zstd',
			'-Xcompression-level',
			'18',
			'-all-root',
			'-noappend',
			'-no-progress',
			'-quiet',
		]);
		return (await stat(image)).size;
	} finally {
		await rm(folder, { recursive: true });
	}
}

function shown(bytes: number): string {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
