import { test } from 'node:test';
import { applyPatches, ConfigError, loadPatches } from '@ichor/machinery/config';
import { type ConfigSource, configSource } from './config-source.ts';
import { inBatches } from './in-batches.ts';
import { crashed, ichor, type Outcome, type Program, runIn } from './program.ts';
import { Random, seedOf } from './random.ts';
import { assertSame } from './same.ts';
import { noTalosctl, talosctlOf } from './talosctl.ts';

/*
 * `machineconfig patch` with random configurations and patches, beside the talosctl whose documents are ours: the same
 * exit code, standard output and file, byte for byte. The engine answers in this process; some cases are whole runs of
 * ichor.
 */

const talosctl = await talosctlOf('v1.14');
const seed = seedOf(14);
const cases = Number(process.env['ICHOR_CASES'] ?? 300);

/** One in so many cases is a run of ichor, which takes longer. */
const runsOneIn = 10;

const output = 'made/here/patched.yaml';

if (talosctl === undefined) test('patches beside talosctl', { skip: noTalosctl('v1.14') }, () => undefined);
else compareAll(talosctl);

function compareAll(talosctl: Program): void {
	const random = new Random(seed);
	const source = configSource(seed, cases);
	inBatches('machineconfig patch', cases, () => {
		const patching = randomPatching(source, random);
		const whole = random.once(runsOneIn);
		return async () => {
			const theirs = await runIn({ files: patching.files }, talosctl, patching.words);
			const ours = whole ? await runIn({ files: patching.files }, ichor, patching.words) : patchedHere(patching);
			const seen = { ...patching, theirs: theirs.stderr, ours: ours.stderr };
			if (crashed(theirs)) return;
			assertSame(ours.code, theirs.code, seen);
			assertSame(ours.stdout, theirs.stdout, seen);
			assertSame(ours.files.get(output)?.content, theirs.files.get(output)?.content, seen);
		};
	});
}

/** A command line and the files that it names. */
interface Patching {
	readonly files: Readonly<Record<string, string>>;
	readonly arguments: readonly string[];
	readonly words: readonly string[];
	readonly toFile: boolean;
}

function randomPatching(source: ConfigSource, random: Random): Patching {
	const files: Record<string, string> = { 'config.yaml': random.once(5) ? source.brokenConfig(random) : source.config(random) };
	const patches: string[] = [];
	for (let count = random.pick([0, 1, 1, 1, 1, 2, 2, 3, 4]); count > 0; count -= 1) {
		const patch = random.once(2) ? source.patch(random) : source.brokenPatch(random);
		// A command line holds no NUL, and what has neither blank nor bracket is a path.
		const inline = !patch.includes('\0') && /[\n ]|^[[{]/.test(patch) && !patch.startsWith('@') && random.once(2);
		if (inline) {
			patches.push(patch);
			continue;
		}
		const path = `patch-${count}.yaml`;
		files[path] = patch;
		patches.push(random.once(4) ? path : `@${path}`);
	}
	if (random.once(40)) patches.push('@missing.yaml');
	const toFile = random.once(4);
	const words = [
		'machineconfig',
		'patch',
		'config.yaml',
		...patches.flatMap((patch) => ['--patch', patch]),
		...(toFile ? ['--output', output] : []),
	];
	return { files, arguments: patches, words, toFile };
}

/** What the command does, without its process. */
function patchedHere({ files, arguments: patches, toFile }: Patching): Outcome {
	const empty = { code: 0, stdout: '', stderr: '', files: new Map() };
	try {
		const { text } = applyPatches(
			bytes(files, 'config.yaml'),
			loadPatches(patches, (path) => bytes(files, path)),
		);
		const content = typeof text === 'string' ? text : new TextDecoder('utf-8', { ignoreBOM: true }).decode(text);
		return toFile ? { ...empty, files: new Map([[output, { content, mode: 0o600 }]]) } : { ...empty, stdout: `${content}\n` };
	} catch (error) {
		if (!(error instanceof ConfigError || error instanceof MissingFile)) throw error;
		return { ...empty, code: 1, stderr: error.message };
	}
}

class MissingFile extends Error {}

function bytes(files: Readonly<Record<string, string>>, path: string): Uint8Array {
	const content = files[path];
	if (content === undefined) throw new MissingFile(path);
	return new TextEncoder().encode(content);
}
