import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from './table.ts';

test('columns are as wide as their widest cell, the last one as wide as it likes', () => {
	const rows = [
		['CURRENT', 'NAME', 'ENDPOINTS', 'NODES'],
		['*', 'one', '', ''],
		['', 'größer', '10.5.0.2,10.5.0.3', '10.5.0.2'],
	];
	assert.equal(
		table(rows),
		[
			'CURRENT   NAME     ENDPOINTS           NODES',
			'*         one                          ',
			'          größer   10.5.0.2,10.5.0.3   10.5.0.2',
			'',
		].join('\n'),
	);
	assert.equal(table([]), '');
});

test('a row that has no further cell ends the column', () => {
	const rows = [
		['NODE', 'ID', 'EVENT', 'ACTOR'],
		['10.5.0.2', 'one', 'x'],
		['', 'startEverything', 'STOP'],
		['no cell but this one, which is long'],
		['a', 'b', 'c'],
	];
	assert.equal(
		table(rows),
		[
			'NODE       ID                EVENT   ACTOR',
			'10.5.0.2   one               x',
			'           startEverything   STOP',
			'no cell but this one, which is long',
			'a   b   c',
			'',
		].join('\n'),
	);
});

test('what a node says does not reach the terminal as it is', () => {
	assert.equal(
		table([
			['ID', 'TEXT'],
			['\x1b[2J', 'two\nlines'],
		]),
		'ID        TEXT\n\\x1b[2J   two\\nlines\n',
	);
});
