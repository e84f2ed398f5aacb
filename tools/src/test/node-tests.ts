import { globSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';

/**
 * usage: node-tests [--apart] [--patience SECONDS] PATTERN...
 *
 * Runs test files with node:test, prints what they say, what failed or was skipped and why, and ends with a tally. All in this process,
 * which is fastest, or with --apart each in a process of its own: so must `*.namespace.test.ts`, which leave the host's
 * namespaces, and are left out otherwise. A program of its own, because node:test runs once in a process.
 */
const { values, positionals: patterns } = parseArgs({
	options: { apart: { type: 'boolean', default: false }, patience: { type: 'string', default: '120' } },
	allowPositionals: true,
});
/** Seconds after which a test that began is said to hang: many times what the slowest takes on a busy machine. */
const patience = Number(values.patience);
await runNodeTests(process.cwd());

async function runNodeTests(root: string): Promise<void> {
	const files = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] })
		.filter((file) => values.apart || !file.endsWith('.namespace.test.ts'))
		.toSorted();
	if (files.length === 0) throw new Error(`no test file matches ${patterns.join(' ')}`);
	const isolation = values.apart ? 'process' : 'none';
	const stream = run({ files: files.map((file) => `${root}/${file}`), isolation, concurrency: 1, cwd: root });
	const tally = { passed: 0, failed: 0, skipped: 0 };
	const settle = (
		event: { readonly skip?: string | boolean; readonly details: { readonly type?: string | undefined } },
		key: 'passed' | 'failed',
	) => {
		const skipped = event.skip !== undefined && event.skip !== false;
		// a suite counts by its tests, of which one that is skipped has none
		if (event.details.type === 'suite' && !skipped) return;
		tally[skipped ? 'skipped' : key] += 1;
	};
	stream.on('test:pass', (event) => settle(event, 'passed'));
	stream.on('test:fail', (event) => settle(event, 'failed'));
	// what was measured, and what could not be tested
	stream.on('test:stdout', ({ message }) => void process.stdout.write(message));
	const report = stream.compose(spec);
	const lines: string[] = [];
	const soFar = (): string => lines.join('');
	let silence = watchSilence(undefined, soFar);
	stream.on('test:dequeue', ({ name, file = '' }) => {
		clearTimeout(silence);
		silence = watchSilence(`${name} (${file.replace(`${root}/`, '')})`, soFar);
	});
	for await (const chunk of report) lines.push(String(chunk));
	clearTimeout(silence);
	const text = soFar();
	// A green run is long and says nothing; a red one is printed from its first failure on, and a skip with its reason.
	if (tally.failed > 0) console.log(fromFirstFailure(text));
	for (const line of text.split('\n')) if (line.includes('﹣')) console.log(line.trim());
	console.log(`${files.length} files\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
	process.exitCode = tally.failed === 0 && tally.passed + tally.skipped > 0 ? 0 : 1;
}

function fromFirstFailure(text: string): string {
	return text.slice(Math.max(0, text.indexOf('✖')));
}

/**
 * Ends the run when nothing begins any more, with what was reported, the name of what began last and what keeps the process
 * alive: a run ends when nothing does.
 */
function watchSilence(last: string | undefined, soFar: () => string): NodeJS.Timeout {
	return setTimeout(() => {
		console.log(fromFirstFailure(soFar()));
		console.log(`hangs since ${patience} s: the last test to begin was ${last ?? 'none'}`);
		console.log(`what is open: ${process.getActiveResourcesInfo().join(', ')}`);
		process.exit(1);
	}, patience * 1000).unref();
}
