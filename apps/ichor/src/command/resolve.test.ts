import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandNode } from './command.ts';
import { text, toggle } from './flag-kinds.ts';
import { commandPath, resolveCommand } from './resolve.ts';

const root: CommandNode = {
	name: 'ichor',
	short: '',
	children: [
		{
			name: 'gen',
			short: '',
			persistent: { force: toggle('force', '', { shorthand: 'f' }), folder: text('folder', '', { shorthand: 'd' }) },
			children: [{ name: 'config', short: '' }],
		},
		{ name: 'machineconfig', aliases: ['mc'], short: '', children: [{ name: 'gen', short: '' }] },
		{ name: 'version', short: '' },
	],
};

test('finds commands where cobra finds them', () => {
	const cases: readonly (readonly [words: string, path: string, left: string])[] = [
		['', 'ichor', ''],
		['version', 'ichor version', ''],
		['version extra', 'ichor version', 'extra'],
		['bogus', 'ichor', 'bogus'],
		['mc gen a', 'ichor machineconfig gen', 'a'],
		['gen config gen config', 'ichor gen config', 'gen config'],
		// A flag that the tree knows to stand alone takes nothing along.
		['gen --force config a', 'ichor gen config', '--force a'],
		['gen -f config a', 'ichor gen config', '-f a'],
		['gen --folder config a b', 'ichor gen', '--folder config a b'],
		['gen --folder x config a', 'ichor gen config', '--folder x a'],
		['gen --folder=config config', 'ichor gen config', '--folder=config'],
		// One that it does not know takes the next word along: a help flag before the command is the group's.
		['--help version', 'ichor', '--help version'],
		['--force gen version config a b', 'ichor version', '--force gen config a b'],
		['-- version', 'ichor', '-- version'],
		['gen -- config', 'ichor gen', '-- config'],
	];
	for (const [words, path, left] of cases) {
		const found = resolveCommand(root, words.split(' ').filter(Boolean));
		assert.equal(commandPath(found.path), path, words);
		assert.equal(found.words.join(' '), left, words);
	}
});
