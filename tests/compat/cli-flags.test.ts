import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands, files, lines, pieces } from './cli-lines.ts';
import { commandWords } from './command-words.ts';
import { ichor, type Outcome, type Program, runIn } from './program.ts';
import { Random, seedOf } from './random.ts';
import { noTalosctl, talosctlOf } from './talosctl.ts';

/*
 * Command lines, right ones and wrong ones, beside the talosctl whose commands ours are: the same exit code, the same
 * standard output, the same files. Help texts and the version are ours.
 */

const talosctl = await talosctlOf('v1.13');
const seed = seedOf(13);
const randomLines = Number(process.env['ICHOR_CASES'] ?? 250);

if (talosctl === undefined) test('command lines beside talosctl', { skip: noTalosctl('v1.13') }, () => undefined);
else {
	const random = new Random(seed);
	for (const line of lines) compare(talosctl, commandWords(line));
	for (let count = 0; count < randomLines; count += 1) compare(talosctl, randomLine(random));
}

function compare(talosctl: Program, line: readonly string[]): void {
	const name = line.map((word) => (/^[\w./:=,@-]+$/.test(word) ? word : JSON.stringify(word))).join(' ');
	test(`talosctl ${name}`, async () => {
		const surroundings = { files, input: 'y\nn\n' };
		const [theirs, ours] = await Promise.all([runIn(surroundings, talosctl, line), runIn(surroundings, ichor, line)]);
		const seen = { ours: ours.stderr, theirs: theirs.stderr };
		assert.equal(ours.code, theirs.code, JSON.stringify(seen, undefined, 2));
		assert.equal(comparable(ours), comparable(theirs), JSON.stringify(seen, undefined, 2));
		assert.deepEqual(written(ours), written(theirs));
		// Who says something says it in both; we may say more.
		if (theirs.stderr !== '') assert.notEqual(ours.stderr, '');
	});
}

/** Standard output, without what is ours: help and the version's own lines. */
function comparable({ stdout }: Outcome): string {
	if (stdout.includes('\nUsage:\n')) return 'help';
	return stdout.replace(/^Client:\n(?:Talos .*|\t[^]*?OS\/Arch:.*)$/m, 'Client:');
}

/**
 * Files and what is in them. Keys and certificates are random: their names only, and the mode of those that are new. What a
 * secret is written over is 0600 here, and keeps its mode there.
 */
function written({ files: all }: Outcome): Readonly<Record<string, string>> {
	return Object.fromEntries(
		[...all].map(([path, { content, mode }]) => {
			const random = /BEGIN|^sha256:|bootstraptoken/.test(content);
			return [path, !random ? content : path in files ? 'random' : `random, ${mode.toString(8)}`];
		}),
	);
}

function randomLine(random: Random): readonly string[] {
	const line = [...random.pick(commands)];
	for (let more = random.below(6); more > 0; more -= 1) line.splice(random.below(line.length + 1), 0, ...random.pick(pieces));
	return line;
}
