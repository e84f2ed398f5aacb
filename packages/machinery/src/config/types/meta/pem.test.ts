import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pemBlocks } from './pem.ts';

const labels = (text: string) => [...pemBlocks(text)].map(({ label }) => label);

test('blocks are found between other text', () => {
	assert.deepEqual(labels('x\n-----BEGIN A-----\nAAAA\n-----END A-----\ny\n-----BEGIN B C----- \n-----END B C-----'), ['A', 'B C']);
	assert.deepEqual(labels('-----BEGIN A-----\n-----BEGIN B-----\nAAAA\n-----END B-----\n'), ['B']);
});

test('headers are set apart by an empty line', () => {
	const [block] = pemBlocks('-----BEGIN A-----\nName: value\n\nAAAA\n-----END A-----\n');
	assert.deepEqual([block?.hasHeaders, block?.bytes.length], [true, 3]);
	assert.deepEqual(labels('-----BEGIN A-----\nName: value\n-----END A-----\n'), []);
});

test('what is no block is passed over', () => {
	for (const text of [
		'',
		'-----BEGIN A-----',
		'-----END A-----',
		'-----BEGIN A-----\nA!\n-----END A-----',
		'-----BEGIN A-----\nAAAA\n-----END B-----',
		'x-----BEGIN A-----\nAAAA\n-----END A-----',
		'-----BEGIN A-----\nAAAA\n-----END A----- x',
	]) {
		assert.deepEqual(labels(`${text}\n-----BEGIN Z-----\nAAAA\n-----END Z-----`), ['Z'], text);
	}
});
