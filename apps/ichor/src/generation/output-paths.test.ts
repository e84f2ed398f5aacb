import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outputPaths } from './output-paths.ts';

const all = ['controlplane', 'worker', 'talosconfig'];
const cwd = process.cwd();

test('several files go into a folder, one goes to the path itself', () => {
	const cases: readonly (readonly [types: readonly string[], output: string, outputDir: string, paths: readonly string[]])[] = [
		[all, '', '', [`${cwd}/controlplane.yaml`, `${cwd}/worker.yaml`, `${cwd}/talosconfig`]],
		[all, '_out', '', ['_out/controlplane.yaml', '_out/worker.yaml', '_out/talosconfig']],
		[all, '', '_out', ['_out/controlplane.yaml', '_out/worker.yaml', '_out/talosconfig']],
		[['worker'], 'w.yaml', '', ['w.yaml']],
		[['worker'], '', '_out', ['_out/worker.yaml']],
		[['worker'], '-', '', ['-']],
		[['worker', 'worker'], 'x', '', ['x/worker.yaml']],
		[['talosconfig', 'controlplane'], 'x/', '', ['x/controlplane.yaml', 'x/talosconfig']],
	];
	for (const [types, output, outputDir, paths] of cases) assert.deepEqual([...outputPaths({ types, output, outputDir }).values()], paths);
});

test('a choice that contradicts itself is refused', () => {
	const refused = (types: readonly string[], output: string, outputDir: string, message: string) =>
		assert.throws(() => outputPaths({ types, output, outputDir }), { message });
	refused([], '', '', 'at least one output type must be specified');
	refused(all, '-', '', "can't use multiple output types with stdout");
	refused(all, 'a', 'b', "can't use both output-dir and output");
	refused(['init'], '', '', '1 error occurred:\n\t* invalid output type: "init"\n\n');
});
