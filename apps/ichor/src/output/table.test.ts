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
