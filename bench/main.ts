import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { type Bench, printFigure } from './figure.ts';

/** `npm run bench [-- NAME...]`: runs every bench/*.bench.ts, or those that are named, and prints what they measure. */
const wanted = process.argv.slice(2);
const files = globSync('*.bench.ts', { cwd: import.meta.dirname }).toSorted();
const chosen = files.filter((file) => wanted.length === 0 || wanted.includes(basename(file, '.bench.ts')));
if (chosen.length === 0) {
	console.error(`no bench is called ${wanted.join(' or ')}; there are: ${files.map((file) => basename(file, '.bench.ts')).join(', ')}`);
	process.exit(2);
}
for (const file of chosen) {
	console.log(`\n${basename(file, '.bench.ts')}`);
	const { bench } = (await import(`./${file}`)) as { readonly bench: Bench };
	for await (const figure of bench()) printFigure(figure);
}
