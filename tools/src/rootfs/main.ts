import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRootFileSystem, Cache, type CacheEntry, Lock, lockSources } from '@ichor/imager';
import { installHostPrograms, isInstalled } from '@ichor/provision';
import { background } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import { commandLine } from '../command-line.ts';

const usage = `npm run rootfs [-- --lock]
Builds the root file system and prints its size by part, raw and as squashfs; exit code 1 when it is over its budget.

  --lock  look every source of every recipe up first, and write os/lock.json (npm run os:lock)`;

const { values } = commandLine(usage, { lock: { type: 'boolean', default: false } });
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
if (values.lock) await lockSources(context, place);
const root = await buildRootFileSystem(context, place, 'NAME="Ichor"\nID=ichor\n');
const rows: { readonly name: string; readonly raw: number; readonly packed: number }[] = [];
for (const [name, entry] of root.parts) rows.push({ name, raw: await sizeOf(entry.path), packed: await packedSize(name, entry) });
const whole = { name: 'whole', raw: await sizeOf(root.path), packed: await packedSize('whole', root) };
console.log(`${'part'.padEnd(18)}${'raw'.padStart(10)}${'squashfs'.padStart(10)}`);
for (const { name, raw, packed } of [...rows.toSorted((a, b) => b.packed - a.packed), whole])
	console.log(`${name.padEnd(18)}${shown(raw).padStart(10)}${shown(packed).padStart(10)}`);
console.log(`${root.path}\nbudget: ${shown(budget)} of squashfs, goal ${shown(goal)}`);
if (whole.packed > budget) process.exitCode = 1;

async function sizeOf(path: string): Promise<number> {
	return Number((await runProgram('du', ['-sb', path])).split('\t')[0]);
}

/** What it takes in the image, packed as the image is: once, because that takes its time. */
async function packedSize(name: string, { path, key }: CacheEntry): Promise<number> {
	const options = ['-comp', 'zstd', '-Xcompression-level', '18', '-all-root', '-noappend', '-no-progress', '-quiet'];
	const entry = await place.cache.entry('squashfs', name, [key, ...options], async (folder) => {
		context.progress(`packing ${name}`);
		const image = join(folder, 'rootfs.sqfs');
		await runProgram('mksquashfs', [path, image, ...options]);
		await writeFile(join(folder, 'size'), String((await stat(image)).size));
		await rm(image);
	});
	return Number(await readFile(join(entry.path, 'size'), 'utf8'));
}

function shown(bytes: number): string {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
