import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRootFileSystem, Cache, Lock } from '@ichor/imager';
import { background } from '@ichor/std';
import { runProgram } from '@ichor/std/node';

/** `npm run rootfs`: builds the root file system and prints its size by part, raw and as squashfs. `--lock` writes os/lock.json. */
const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const context = {
	...background,
	progress: (what: string) => console.error(what),
	log: (level: string, message: string) => level !== 'debug' && console.error(`${level}: ${message}`),
};
const place = { checkout, cache: Cache.fromEnvironment(process.env), lock: await Lock.read(join(checkout, 'os')) };
const root = await buildRootFileSystem(context, place, 'NAME="Ichor"\nID=ichor\n');
if (process.argv.includes('--lock')) await place.lock.write();
for (const [name, { path }] of root.parts) console.log(`${name.padEnd(14)}${(await sizeOf(path)).padStart(8)}`);
console.log(`${'whole'.padEnd(14)}${(await sizeOf(root.path)).padStart(8)}  ${root.path}`);

async function sizeOf(path: string): Promise<string> {
	return `${(Number((await runProgram('du', ['-sb', path])).split('\t')[0]) / 1e6).toFixed(1)} MB`;
}
