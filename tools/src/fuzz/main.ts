import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../command-line.ts';
import { Mutator } from './mutator.ts';

/**
 * What a module in a room's test/fuzz exports as `target`: an entry point of ours and inputs to start from. `run`
 * refuses bad input quietly and throws only when a property is broken.
 */
export interface FuzzTarget {
	readonly name: string;
	readonly seeds?: readonly Uint8Array[];
	run(input: Uint8Array): void | Promise<void>;
}

const usage = `npm run fuzz -- [--seconds N] [--seed N] [TARGET...]
Runs the fuzz targets in turns for N seconds in all. A failure prints the seed that repeats it.`;

const { values, positionals } = commandLine(usage, { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } });

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const targets: FuzzTarget[] = [];
for (const file of globSync('{packages,apps}/*/test/fuzz/*.fuzz.ts', { cwd: root }).toSorted()) {
	const { target } = (await import(join(root, file))) as { target: FuzzTarget };
	if (positionals.length === 0 || positionals.includes(target.name)) targets.push(target);
}
if (targets.length === 0) throw new Error(`no fuzz target is called ${positionals.join(' or ') || 'anything'}`);

const firstSeed = values.seed === undefined ? (Date.now() >>> 0) % 1_000_000 : Number(values.seed);
let failed = 0;
for (const target of targets) {
	const deadline = performance.now() + (Number(values.seconds) * 1000) / targets.length;
	let seed = firstSeed;
	let runs = 0;
	let failure: unknown;
	while (failure === undefined && (runs === 0 || (performance.now() < deadline && (values.seed === undefined || runs < 1)))) {
		try {
			await target.run(new Mutator(seed).input(target.seeds ?? []));
		} catch (error) {
			failure = error;
			console.log(`FAIL ${target.name}: npm run fuzz -- --seed ${seed} ${target.name}`);
			console.log(error instanceof Error ? error.stack : String(error));
			failed += 1;
		}
		runs += 1;
		seed += 1;
	}
	console.log(`${failure === undefined ? 'ok  ' : 'FAIL'} ${target.name}: ${runs} inputs from seed ${firstSeed}`);
}
console.log(`${targets.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
