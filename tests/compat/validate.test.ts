import { test } from 'node:test';
import { ConfigError, loadConfig, type ValidationMode, validateConfig } from '@ichor/machinery/config';
import { type ConfigSource, configSource } from './config-source.ts';
import { inBatches } from './in-batches.ts';
import { crashed, ichor, type Outcome, type Program, runIn } from './program.ts';
import { Random, seedOf } from './random.ts';
import { assertSame } from './same.ts';
import { noTalosctl, talosctlOf } from './talosctl.ts';

/*
 * `validate` with random configurations, beside the talosctl whose documents are ours: the same exit code, the same
 * standard output, and the same warnings, which are all that standard error is compared for. The engine answers in this
 * process; some cases are whole runs of ichor.
 */

const talosctl = await talosctlOf('v1.14');
const seed = seedOf(14);
const cases = Number(process.env['ICHOR_CASES'] ?? 300);

/** One in so many cases is a run of ichor, which takes longer. */
const runsOneIn = 10;

if (talosctl === undefined) test('validation beside talosctl', { skip: noTalosctl('v1.14') }, () => undefined);
else compareAll(talosctl);

function compareAll(talosctl: Program): void {
	const random = new Random(seed);
	const source = configSource(seed, cases);
	inBatches('validate', cases, () => {
		const validation = randomValidation(source, random);
		const whole = random.once(runsOneIn);
		return async () => {
			const files = { 'config.yaml': validation.text };
			const theirs = await runIn({ files }, talosctl, validation.words);
			const ours = whole ? await runIn({ files }, ichor, validation.words) : validatedHere(validation);
			const seen = { ...validation, theirs: theirs.stderr, ours: ours.stderr };
			if (crashed(theirs)) return;
			assertSame(ours.code, theirs.code, seen);
			assertSame(ours.stdout, theirs.stdout, seen);
			assertSame(warnings(ours), warnings(theirs), seen);
		};
	});
}

interface Validation {
	readonly text: string;
	readonly mode: ValidationMode;
	readonly strict: boolean;
	readonly words: readonly string[];
}

function randomValidation(source: ConfigSource, random: Random): Validation {
	const text = random.once(3) ? source.config(random) : source.brokenConfig(random);
	const mode = random.pick<ValidationMode>(['metal', 'metal', 'cloud', 'container']);
	const strict = random.once(3);
	return { text, mode, strict, words: ['validate', '--config', 'config.yaml', '--mode', mode, ...(strict ? ['--strict'] : [])] };
}

/** What the command does, without its process. */
function validatedHere({ text, mode, strict }: Validation): Outcome {
	const outcome = { code: 0, stdout: `config.yaml is valid for ${mode} mode\n`, stderr: '', files: new Map() };
	try {
		const { warnings: found, error } = validateConfig(loadConfig(new TextEncoder().encode(text)), { mode, local: true, strict });
		const stderr = found.map(({ message }) => `WARNING: ${message}\n`).join('');
		return error === undefined ? { ...outcome, stderr } : { ...outcome, code: 1, stdout: '', stderr: stderr + error.message };
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		return { ...outcome, code: 1, stdout: '', stderr: error.message };
	}
}

/** Ours are among others: what nothing replaces, what a typo may have meant. */
function warnings({ stderr }: Outcome): readonly string[] {
	return stderr.split('\n').filter((line) => line.startsWith('WARNING: ') && !/\$\{|is not replaced/.test(line));
}
