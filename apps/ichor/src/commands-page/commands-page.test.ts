import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tree } from '../tree.ts';
import { commandsPage } from './commands-page.ts';

const docs = new URL('../../../../docs/', import.meta.url);

test('every command stands once on the page, with what it is', () => {
	const load = async () => await Promise.reject(new Error('nobody runs it'));
	const page = commandsPage({
		name: 'ichor',
		short: '',
		children: [
			{ name: 'a', aliases: ['b'], short: '', load },
			{ name: 'group', short: '', standing: 'refused on containers', children: [{ name: 'c', short: '', load }] },
			{ name: 'd', short: '', standing: { missing: 'not yet', decision: 'adr/x.md' }, load },
			{ name: '__e', short: '', load },
		],
	});
	const rows = page
		.split('\n')
		.slice(8, page.split('\n').indexOf('', 8))
		.map((line) => line.replaceAll(/ +/g, ' '));
	assert.deepEqual(rows, [
		'| `a` | `b` | works |',
		'| `group c` | | refused on containers |',
		'| `d` | | missing: not yet ([decision](adr/x.md)) |',
	]);
});

test('whatever is missing has a decision that says why', () => {
	const decisions = [...commandsPage(tree).matchAll(/missing: .*\]\((.*?)\)/g)].map(([, path = '']) => path);
	assert.ok(decisions.length > 0);
	for (const path of new Set(decisions)) {
		const text = readFileSync(new URL(path, docs), 'utf8');
		for (const [, name = ''] of commandsPage(tree).matchAll(/^\| `(.*?)` .*\| missing: /gm)) assert.ok(text.includes(`\`${name}\``), name);
	}
});
