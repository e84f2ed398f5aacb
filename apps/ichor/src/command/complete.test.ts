import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyArguments } from './arguments.ts';
import { type CommandNode, defineCommand } from './command.ts';
import { type CompletionSources, completeWords, directives } from './complete.ts';
import { csv, text, toggle } from './flag-kinds.ts';

const shared = {
	talosconfig: text('talosconfig', 'the file'),
	context: text('context', 'the context', { completion: { kind: 'contexts' } }),
	nodes: csv('nodes', 'which ones', { shorthand: 'n', completion: { kind: 'nothing' } }),
};

const root: CommandNode = {
	name: 'ichor',
	short: '',
	children: [
		{
			name: 'config',
			short: 'about contexts',
			persistent: shared,
			children: [
				{
					name: 'context',
					short: 'chooses one',
					load: async () => defineCommand({ args: anyArguments, completion: { kind: 'contexts' }, run: () => undefined }),
				},
			],
		},
		{
			name: 'validate',
			short: 'judges',
			load: async () =>
				defineCommand({
					args: anyArguments,
					completion: { kind: 'nothing' },
					flags: {
						mode: text('mode', 'where', { shorthand: 'm', required: true, completion: { kind: 'choices', choices: ['cloud', 'metal'] } }),
						config: text('config', 'what', { shorthand: 'c', completion: { kind: 'files', endings: ['yaml'] } }),
						strict: toggle('strict', 'how'),
						secret: toggle('secret', 'hidden', { hidden: true }),
					},
					run: () => undefined,
				}),
		},
		{
			name: 'explain',
			short: 'explains',
			load: async () => defineCommand({ args: anyArguments, completion: { kind: 'fields' }, run: () => undefined }),
		},
		{
			name: 'get',
			short: 'asks nodes',
			persistent: shared,
			load: async () =>
				defineCommand({
					args: anyArguments,
					completion: [
						{ kind: 'known', what: 'kinds' },
						{ kind: 'known', what: 'resources' },
					],
					run: () => undefined,
				}),
		},
		{
			name: 'describe',
			short: 'describes',
			load: async () => defineCommand({ args: anyArguments, completion: { kind: 'resource fields' }, run: () => undefined }),
		},
		{ name: 'hidden', short: '', hidden: true },
	],
};

const sources: CompletionSources = {
	contexts: async (talosconfig) => (talosconfig === 'other' ? ['there'] : ['here', 'home']),
	fields: async () => ['machine', 'machine.type'],
	resourceFields: async (typed) => [`${typed}x`, 'other'],
	known: async (what, { flags, args, typed }) => [`${typed}${[what, ...args, ...[...flags.values()].flat()].join('-')}`],
};

async function complete(line: string): Promise<string> {
	const { candidates, directive } = await completeWords(root, line.split(' '), sources);
	return [...candidates.map(({ text }) => text), `:${directive}`].join(' ');
}

test('commands, flags and values', async () => {
	const { files, noFiles, endings, error } = directives;
	const cases: readonly (readonly [line: string, offered: string])[] = [
		['', `config validate explain get describe :${noFiles}`],
		['va', `validate :${noFiles}`],
		['bogus ', `:${error}`],
		['config ', `context :${noFiles}`],
		['config --', `--context --help --nodes --talosconfig :${noFiles}`],
		['config -n x --n', `--nodes :${noFiles}`],
		['config --context a --c', `:${noFiles}`],
		['config context ', `here home :${noFiles}`],
		['config context ho', `home :${noFiles}`],
		['config context --talosconfig other ', `there :${noFiles}`],
		['config --talosconfig=other context --context=', `there :${noFiles}`],
		['config context --context h', `here home :${noFiles}`],
		['config context --talosconfig ', `:${files}`],
		['config context -n ', `:${noFiles}`],
		['validate ', `--mode :${noFiles}`],
		['validate -', `--mode :${noFiles}`],
		['validate -m metal -', `--config --help --strict :${noFiles}`],
		['validate -m ', `cloud metal :${noFiles}`],
		['validate --mode=m', `metal :${noFiles}`],
		['validate -m=', `cloud metal :${noFiles}`],
		['validate --strict=', `true false :${noFiles}`],
		['validate --strict ', `--mode :${noFiles}`],
		['validate -m metal -c ', `yaml :${endings}`],
		['validate -m metal -- -', `:${noFiles}`],
		['get ', `kinds :${noFiles}`],
		['get -n a,b m', `mkinds-a-b :${noFiles}`],
		['get members x', `xresources-members :${noFiles}`],
		['get members x y', `:${noFiles}`],
		['describe links.', `links.x :${noFiles}`],
		['explain machine.', `machine.type :${noFiles}`],
	];
	for (const [line, offered] of cases) assert.equal(await complete(line), offered, line);
});
