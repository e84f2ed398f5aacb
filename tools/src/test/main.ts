import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../command-line.ts';
import { stages } from './stages.ts';
import { addTally, type Tally } from './tally.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const usage = `npm test [-- STAGE...]
Runs what npm run check, the tests and the fuzzer say about this checkout, or some of the stages: ${stages.map(({ name }) => name).join(', ')}.`;

const { values, positionals } = commandLine(usage, { full: { type: 'boolean', default: false } });
const chosen = stages.filter(({ name, full }) => (positionals.length === 0 ? values.full || !full : positionals.includes(name)));
if (chosen.length === 0) {
	console.error(`no stage is called ${positionals.join(' or ')}; there are: ${stages.map(({ name }) => name).join(', ')}`);
	process.exit(2);
}

let total: Tally = { passed: 0, failed: 0, skipped: 0 };
const table: string[] = [];
for (const stage of chosen) {
	console.log(`\n== ${stage.name}: ${stage.what}`);
	const start = performance.now();
	const tally = await stage.run(root);
	const seconds = ((performance.now() - start) / 1000).toFixed(0);
	total = addTally(total, tally);
	table.push(
		`${stage.name.padEnd(14)}${`${tally.passed} passed`.padStart(14)}${`${tally.failed} failed`.padStart(12)}${`${tally.skipped} skipped`.padStart(13)}${`${seconds} s`.padStart(8)}`,
	);
	// A later stage on top of a broken one only hides the reason.
	if (tally.failed > 0) break;
}
console.log(`\n${table.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed + total.skipped > 0 ? 0 : 1;
