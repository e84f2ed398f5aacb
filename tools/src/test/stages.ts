import { runProgram } from '../check/program.ts';
import { addTally, type Tally } from './tally.ts';
import { installTestPrograms } from './test-programs.ts';

/** A part of `npm test`, in the order in which they run. */
export interface Stage {
	readonly name: string;
	readonly what: string;
	/** Only in `npm run test:full`. */
	readonly full?: true;
	run(root: string): Promise<Tally>;
}

export const stages: readonly Stage[] = [
	{ name: 'check', what: 'types, format, lint, rooms, generated files', run: (root) => runOwn(root, 'tools/src/check/main.ts') },
	{
		name: 'unit',
		what: 'the tests beside the files',
		async run(root) {
			await installTestPrograms();
			const patterns = ['packages/*', 'apps/*', 'tools'].map((room) => `${room}/src/**/*.test.ts`);
			const together = await runOwn(root, 'tools/src/test/node-tests.ts', ...patterns);
			if (together.failed > 0) return together;
			return addTally(
				together,
				await runOwn(root, 'tools/src/test/node-tests.ts', '--apart', '{packages,apps}/*/src/**/*.namespace.test.ts'),
			);
		},
	},
	{
		name: 'transcripts',
		what: "the users' own commands, and other clients",
		run: (root) => runOwn(root, 'tools/src/test/node-tests.ts', 'tests/{transcripts,compat}/*.test.ts'),
	},
	{
		name: 'compat',
		what: 'every command on nodes, beside talosctl 1.12 to 1.14 from TALOSCTL',
		run: (root) => runOwn(root, 'tools/src/test/node-tests.ts', '--apart', '--patience', '1200', 'tests/compat/nodes/*.test.ts'),
	},
	{
		name: 'conformance',
		what: "upstream's own cases, from ICHOR_CONFORMANCE",
		run: (root) => runOwn(root, 'tools/src/conformance/main.ts'),
	},
	{
		name: 'integration',
		what: 'container nodes, clusters of them, and Kubernetes',
		// each with a deadline of its own, and the first of them may build Kubernetes
		run: (root) => runOwn(root, 'tools/src/test/node-tests.ts', '--apart', '--patience', '2400', 'tests/integration/*.test.ts'),
	},
	{
		name: 'faults',
		what: 'what goes wrong with daemons, disks and configurations, in short and always the same',
		run: (root) => runOwn(root, 'tests/faults/main.ts', '--short'),
	},
	{
		name: 'single',
		what: 'Kubernetes on one node: health, kubeconfig, and what is wrong in its own words',
		full: true,
		run: (root) =>
			runOwn(root, 'tools/src/test/node-tests.ts', '--apart', '--patience', '2400', 'tests/integration/kubernetes-single/*.test.ts'),
	},
	{
		name: 'upgrade',
		what: 'Kubernetes from one release to the next, under a client that counts failed requests',
		full: true,
		run: (root) =>
			runOwn(root, 'tools/src/test/node-tests.ts', '--apart', '--patience', '3000', 'tests/integration/kubernetes-upgrade/*.test.ts'),
	},
	{
		name: 'rotation',
		what: 'another authority for Kubernetes, and how long its clients are without an answer',
		full: true,
		run: (root) =>
			runOwn(root, 'tools/src/test/node-tests.ts', '--apart', '--patience', '3000', 'tests/integration/kubernetes-rotation/*.test.ts'),
	},
	{
		name: 'kubernetes',
		what: "Kubernetes' own conformance tests, as many as can be run here",
		full: true,
		run: (root) =>
			runOwn(root, 'tools/src/test/node-tests.ts', '--apart', '--patience', '9000', 'tests/integration/kubernetes-conformance/*.test.ts'),
	},
	{ name: 'fuzz', what: 'hostile input, each target in turn', run: (root) => runOwn(root, 'tools/src/fuzz/main.ts', '--seconds', '180') },
];

/** A program of ours whose exit code is its verdict, and whose last line may be a tally of its own. */
async function runOwn(root: string, program: string, ...args: readonly string[]): Promise<Tally> {
	const { code, output } = await runProgram('node', [program, ...args], root);
	console.log(output.trimEnd());
	const counted = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(output.trimEnd());
	const [passed, failed, skipped] = (counted ?? []).slice(1).map((digits) => Number(digits ?? 0));
	if (counted === null) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
	return { passed: passed ?? 0, failed: code !== 0 && failed === 0 ? 1 : (failed ?? 0), skipped: skipped ?? 0 };
}
