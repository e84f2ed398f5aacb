import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Check } from './check.ts';
import { hygieneCheck } from './hygiene.ts';
import { programChecks } from './programs.ts';
import { purityCheck } from './purity.ts';
import { roomsCheck } from './rooms.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const wanted = process.argv.slice(2);
const checks: readonly Check[] = [...programChecks, roomsCheck, purityCheck, hygieneCheck];
const chosen = wanted.length === 0 ? checks : checks.filter(({ name }) => wanted.includes(name));
if (chosen.length === 0) {
	console.error(`no check is called ${wanted.join(' or ')}; there are: ${checks.map(({ name }) => name).join(', ')}`);
	process.exit(2);
}

let failed = 0;
for (const check of chosen) {
	const start = performance.now();
	const problems = await check.run(root);
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${check.name} (${seconds} s)`);
	for (const problem of problems.slice(0, 60)) console.log(`     ${problem}`);
	if (problems.length > 60) console.log(`     and ${problems.length - 60} more lines`);
	if (problems.length > 0) {
		failed += 1;
		if (check.fixer !== undefined) console.log(`     ${check.fixer} repairs this`);
	}
}
process.exitCode = failed === 0 ? 0 : 1;
