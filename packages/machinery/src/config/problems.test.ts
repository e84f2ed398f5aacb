import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemList, within } from './problems.ts';

test('problems keep their order and their places', () => {
	const problems = new ProblemList();
	within(within(problems, 'machine'), 'disks', 0).error(['device'], 'first');
	problems.error([], 'second');
	within(problems, 'cluster').warning(['id'], 'third');
	assert.deepEqual(problems.errors, [
		{ path: ['machine', 'disks', 0, 'device'], message: 'first' },
		{ path: [], message: 'second' },
	]);
	assert.deepEqual(problems.warnings, [{ path: ['cluster', 'id'], message: 'third' }]);
});
