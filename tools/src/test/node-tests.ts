import { globSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import type { Tally } from './tally.ts';

/** Runs test files with node:test in one process and prints what failed or was skipped, and why. Fails when no file matches. */
export async function runNodeTests(root: string, patterns: readonly string[]): Promise<Tally> {
	const files = globSync([...patterns], { cwd: root, exclude: ['**/node_modules/**'] }).toSorted();
	if (files.length === 0) throw new Error(`no test file matches ${patterns.join(' ')}`);
	const stream = run({ files: files.map((file) => `${root}/${file}`), isolation: 'none', concurrency: 1, cwd: root });
	const tally = { passed: 0, failed: 0, skipped: 0 };
	const settle = (
		event: { readonly skip?: string | boolean; readonly details: { readonly type?: string | undefined } },
		key: 'passed' | 'failed',
	) => {
		if (event.details.type === 'suite') return;
		tally[event.skip === undefined || event.skip === false ? key : 'skipped'] += 1;
	};
	stream.on('test:pass', (event) => settle(event, 'passed'));
	stream.on('test:fail', (event) => settle(event, 'failed'));
	const report = stream.compose(spec);
	const lines: string[] = [];
	for await (const chunk of report) lines.push(String(chunk));
	const text = lines.join('');
	// A green run is long and says nothing; a red one is printed from its first failure on, and a skip with its reason.
	if (tally.failed > 0) console.log(text.slice(Math.max(0, text.indexOf('✖'))));
	for (const line of text.split('\n')) if (line.includes('﹣')) console.log(line.trim());
	console.log(`${files.length} files: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
	return tally;
}
