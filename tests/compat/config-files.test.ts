import { test } from 'node:test';
import { commands as allCommands, files as allFiles } from './cli-lines.ts';
import { inBatches } from './in-batches.ts';
import { mutated } from './mutated.ts';
import { crashed, ichor, type Outcome, type Program, runIn } from './program.ts';
import { Random, seedOf } from './random.ts';
import { assertSame } from './same.ts';
import { noTalosctl, talosctlOf } from './talosctl.ts';

/*
 * The commands on a talosconfig, with files that somebody wrote by hand or spoilt, beside the talosctl whose commands
 * are ours: the same exit code, standard output and file, byte for byte.
 */

const talosctl = await talosctlOf('v1.13');
const seed = seedOf(13);
const cases = Number(process.env['ICHOR_CASES'] ?? 150);

if (talosctl === undefined) test('talosconfig files beside talosctl', { skip: noTalosctl('v1.13') }, () => undefined);
else compareAll(talosctl);

function compareAll(talosctl: Program): void {
	const random = new Random(seed);
	inBatches('talosconfig', cases, () => {
		const surroundings = {
			files: { ...allFiles, talosconfig: randomFile(random), other: randomFile(random) },
			input: random.pick(['y\n', 'n\n', '']),
		};
		const words = [...random.pick(lines), '--talosconfig', 'talosconfig', ...(random.once(4) ? ['--context', random.pick(names)] : [])];
		return async () => {
			const [theirs, ours] = await Promise.all([runIn(surroundings, talosctl, words), runIn(surroundings, ichor, words)]);
			// docs/additions.md: a field that is not known is kept, so one that contains itself is refused
			if (crashed(theirs) || /value contains itself$/m.test(ours.stderr)) return;
			const seen = { words, surroundings, theirs: theirs.stderr, ours: ours.stderr };
			assertSame(ours.code, theirs.code, seen);
			assertSame(ours.stdout, theirs.stdout, seen);
			assertSame(contents(ours), contents(theirs), seen);
		};
	});
}

function contents({ files }: Outcome): Readonly<Record<string, string>> {
	return Object.fromEntries([...files].map(([path, { content }]) => [path, content]));
}

function randomFile(random: Random): string {
	const file = random.pick([...written, allFiles.talosconfig, allFiles.other]);
	return random.once(2) ? file : mutated(file, random);
}

const names = ['one', 'two', 'a b', 'yes', '1', '', 'none', '__proto__'];

const lines: readonly (readonly string[])[] = [
	...allCommands
		.filter(([group, command]) => group === 'config' && command !== 'merge')
		.map((command) => command.filter((word) => !word.includes('talosconfig'))),
	['config', 'contexts'],
	['config', 'info'],
	['config', 'info', '-o', 'json'],
	['config', 'info', '-o', 'yaml'],
	...names.map((name) => ['config', 'context', name]),
	['config', 'endpoint', '10.0.0.1', 'fd00::1', 'a b'],
	['config', 'node', '1', 'yes', ''],
	['config', 'add', 'new'],
	['config', 'add', '__proto__'],
	['config', 'merge', 'other'],
	...names.map((name) => ['config', 'remove', name, '-y']),
	['config', 'remove', 'two'],
	['config', 'remove', '*', '-y', '--dry-run'],
];

const written: readonly string[] = [
	`context: yes
contexts:
    "yes":
        endpoints: [10.0.0.1, "fd00::1", 1, ~, yes]
        nodes:
        - 10.0.0.2
        ca: QUJD
        crt: QUJD
        key: QUJD
    "1": {endpoints: [], cluster: homelab}
    two:
        endpoints:
            - https://10.0.0.1:50000
        auth:
            basic: {username: u, password: p}
            siderov1: {identity: a@example.org}
        tls_name: x
`,
	'context: ""\ncontexts: {}\n',
	'context: one\n',
	'contexts:\n  one: {}\n  __proto__: {endpoints: [a]}\n  constructor:\n    nodes: [b]\n',
	'# mine\ncontext: &c one\ncontexts:\n  *c :\n    endpoints: &e [a, b]\n  two:\n    endpoints: *e\n    nodes: *e\n',
	'context: one\ncontexts:\n  one:\n    endpoints: [a]\n---\ncontext: two\n',
	'context: one\nextra: field\ncontexts:\n  one:\n    bogus: 1\n',
];
