import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactly, noArguments } from './arguments.ts';
import { findCall, runCall } from './call.ts';
import { type CommandNode, defineCommand } from './command.ts';
import { FakeTerminal } from './fake-terminal.ts';
import { csv, text, toggle } from './flag-kinds.ts';

const shared = { nodes: csv('nodes', 'which ones', { shorthand: 'n' }) };

const tell = defineCommand({
	args: exactly(1),
	inherits: shared,
	flags: { mode: text('mode', 'how', { required: true }), strict: toggle('strict', 'or not', { initial: true }) },
	run: ({ flags, args, terminal, path }) => terminal.out(`${path} ${JSON.stringify({ ...flags, args })}\n`),
});

const root: CommandNode = {
	name: 'ichor',
	short: 'the root',
	children: [
		{ name: 'tell', aliases: ['t'], short: 'tells', persistent: shared, load: async () => tell },
		{
			name: 'group',
			short: 'holds others',
			persistent: shared,
			children: [
				{ name: 'tell', short: 'tells', load: async () => tell },
				{ name: 'raw', short: 'takes words', load: async () => ({ ...tell, rawWords: true, flags: {} }) },
			],
		},
		{
			name: 'choose',
			short: 'takes one of two',
			load: async () =>
				defineCommand({
					args: noArguments,
					flags: { one: text('one', ''), two: text('two', ''), old: toggle('old', '', { deprecated: 'use --one' }) },
					exclusive: [['two', 'one']],
					run: ({ terminal }) => terminal.out('ran\n'),
				}),
		},
		{
			name: 'none',
			short: 'takes nothing',
			hidden: true,
			load: async () => defineCommand({ args: noArguments, run: ({ terminal }) => terminal.out('ran\n') }),
		},
	],
};

async function run(...words: readonly string[]): Promise<FakeTerminal> {
	const terminal = new FakeTerminal();
	await runCall(await findCall(root, words), terminal);
	return terminal;
}

test('a command sees its flags, those of the nodes above it, and its arguments', async () => {
	assert.equal((await run('tell', 'x', '--mode=m')).output, 'ichor tell {"nodes":[],"mode":"m","strict":true,"args":["x"]}\n');
	assert.equal(
		(await run('group', '-n', 'a,b', 'tell', '--mode', 'm', '--strict=0', 'x')).output,
		'ichor group tell {"nodes":["a","b"],"mode":"m","strict":false,"args":["x"]}\n',
	);
	assert.equal((await run('group', 'raw', '--mode')).output, 'ichor group raw {"nodes":[],"args":["--mode"]}\n');
});

test('what is wrong is said in the order of cobra: flags, number of arguments, required flags', async () => {
	const refused = async (words: string, message: string) => await assert.rejects(run(...words.split(' ')), { name: 'UsageError', message });
	await refused('tell --bogus', 'unknown flag: --bogus');
	await refused('tell', 'accepts 1 arg(s), received 0');
	await refused('tell x', 'required flag(s) "mode" not set');
	await refused('choose --one a --two b', 'if any flags in the group [two one] are set none of the others can be; [one two] were all set');
	await refused('none extra', 'unknown command "extra" for "ichor none"');
	await refused('telll', 'unknown command "telll" for "ichor"\n\nDid you mean this?\n\ttell\n');
	await refused('nonee', 'unknown command "nonee" for "ichor"');
});

test('help is for the asking, and for a group that is called by itself', async () => {
	assert.match((await run('tell', '-h')).output, /^tells\n\nUsage:\n {2}ichor tell \[flags\]\n\nAliases:\n {2}tell, t\n\nFlags:\n/);
	assert.match((await run('group')).output, /^holds others\n\nUsage:\n {2}ichor group \[command\]\n\nAvailable Commands:\n/);
	assert.match((await run('group', 'tell', '--help')).output, /\nGlobal Flags:\n {2}-n, --nodes strings {3}which ones\n$/);
	assert.equal((await run('tell', 'x', '--mode=m', '--help=false')).errors, '');
	const lost = await run('group', 'tel');
	assert.match(lost.output, /^holds others\n/);
	assert.equal(lost.errors, 'unknown command "tel" for "ichor group"; did you mean "ichor group tell"?\n');
	assert.doesNotMatch((await run()).output, /none/);
});

test('a deprecated flag works, says so and is in no help', async () => {
	const { output, errors } = await run('choose', '--old');
	assert.deepEqual({ output, errors }, { output: 'ran\n', errors: 'Flag --old has been deprecated, use --one\n' });
	assert.doesNotMatch((await run('choose', '--help')).output, /--old/);
});
