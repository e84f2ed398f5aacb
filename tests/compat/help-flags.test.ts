import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ichor, type Program, runIn } from './program.ts';
import { noTalosctl, talosctlOf } from './talosctl.ts';

/*
 * The names of commands and of their flags, with shorthands and types of values, beside the talosctl whose commands ours
 * are: each command that is here has every flag of upstream's, and no other but those that docs/additions.md names.
 */

/** Commands that are here with some of their flags: those that they lack say UNIMPLEMENTED, and are in no help. */
const partial: ReadonlySet<string> = new Set(['cluster create docker', 'cluster destroy']);

const talosctl = await talosctlOf('v1.13');
const additions = readFileSync(new URL('../../docs/additions.md', import.meta.url), 'utf8');

if (talosctl === undefined) test('flags beside talosctl', { skip: noTalosctl('v1.13') }, () => undefined);
else
	for (const path of await commandsOf(talosctl))
		test(`flags of ${path.join(' ')}`, async (t) => await compare(talosctl, path, (reason) => t.skip(reason)));

async function compare(talosctl: Program, path: readonly string[], skip: (reason: string) => void): Promise<void> {
	const [theirs, ours] = await Promise.all([help(talosctl, path), help(ichor, path)]);
	if (partial.has(path.join(' '))) {
		skip('docs/additions.md names the flags that it lacks');
		return;
	}
	if (ours === undefined) {
		skip('ichor says UNIMPLEMENTED');
		return;
	}
	const [wanted, found] = [flagsIn(theirs ?? ''), flagsIn(ours)];
	const missing = [...wanted].filter(([name, flag]) => found.get(name) !== flag).map(([, flag]) => flag);
	const more = [...found].filter(([name]) => !wanted.has(name) && !additions.includes(`--${name}`)).map(([, flag]) => flag);
	assert.deepEqual({ missing, more }, { missing: [], more: [] });
	assert.equal(aliasesIn(ours), aliasesIn(theirs ?? ''));
}

/** Every command that has a help text of its own, with those below it. */
async function commandsOf(program: Program, path: readonly string[] = []): Promise<readonly (readonly string[])[]> {
	const names = [...((await help(program, path)) ?? '').matchAll(/^ {2}([a-z][\w-]*) {2,}\S/gm)].map(([, name = '']) => name);
	const below = await Promise.all(names.map(async (name) => await commandsOf(program, [...path, name])));
	return [...(path.length === 0 ? [] : [path]), ...below.flat()];
}

/** Undefined when the command only says that it is not there. */
async function help(program: Program, path: readonly string[]): Promise<string | undefined> {
	const { code, stdout } = await runIn({}, program, [...path, '--help']);
	return code === 0 ? stdout : undefined;
}

/** `-n, --nodes strings` by name. The type of a flag that has a choice of values is the choice, in our words. */
function flagsIn(text: string): ReadonlyMap<string, string> {
	const flags = text.matchAll(/^ {2,6}(?:-(\w), )?--([a-z][\w-]*)(?: (\S+(?:, \S+)*))? {2,}/gm);
	return new Map(
		[...flags].map(([, letter = '', name = '', type = '']) => [
			name,
			`${letter === '' ? '' : `-${letter}, `}--${name}${type === '' ? '' : ` ${type}`}`,
		]),
	);
}

function aliasesIn(text: string): string {
	return /^Aliases:\n {2}(.*)$/m.exec(text)?.[1] ?? '';
}
