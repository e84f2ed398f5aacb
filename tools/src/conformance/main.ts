import { existsSync, globSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One case of a suite, run: what every module in packages/machinery/test/conformance yields from its `suite(dir)`. */
export interface ConformanceResult {
	readonly suite: string;
	readonly name: string;
	readonly outcome: 'passed' | 'failed' | 'skipped';
	readonly detail?: string;
}

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const folder = process.argv[2] ?? process.env.ICHOR_CONFORMANCE;
if (folder === undefined) {
	console.log('conformance: not run, because neither a folder was given nor ICHOR_CONFORMANCE is set');
	console.log('0 passed, 0 failed, 1 skipped');
	process.exit(0);
}
if (!existsSync(join(folder, 'machine-config/INDEX.md'))) {
	console.error(`conformance: ${resolve(folder)} has no machine-config/INDEX.md: name a folder laid out like it`);
	process.exit(2);
}

const files = globSync('packages/*/test/conformance/*.ts', { cwd: root }).toSorted();
const totals = { passed: 0, failed: 0, skipped: 0 };
const perSuite = new Map<string, typeof totals>();
for (const file of files) {
	const { suite } = (await import(join(root, file))) as { readonly suite?: (dir: string) => AsyncIterable<ConformanceResult> };
	if (suite === undefined) continue;
	for await (const result of suite(resolve(folder))) {
		const counts = perSuite.get(result.suite) ?? { passed: 0, failed: 0, skipped: 0 };
		perSuite.set(result.suite, counts);
		counts[result.outcome] += 1;
		totals[result.outcome] += 1;
		if (result.outcome !== 'passed')
			console.log(`${result.outcome} ${result.suite}: ${result.name}\n${indent(result.detail ?? 'no reason given')}`);
	}
}
for (const [name, { passed, failed, skipped }] of perSuite) {
	console.log(
		`${name.padEnd(44)}${String(passed).padStart(6)} passed${String(failed).padStart(6)} failed${String(skipped).padStart(6)} skipped`,
	);
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

function indent(text: string): string {
	return text.trimEnd().replaceAll(/^/gm, '    ');
}
