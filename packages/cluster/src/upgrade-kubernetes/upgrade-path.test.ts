import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowestVersion, upgradePathOf } from './upgrade-path.ts';

test('an upgrade goes to the same minor or to the next one', () => {
	assert.deepEqual(upgradePathOf('v1.35.4', '1.36.3'), { from: '1.35.4', to: '1.36.3', step: '1.35->1.36', isMinor: true });
	assert.equal(upgradePathOf('1.36.1', '1.36.3').isMinor, false);
	// a step back within a minor is one that upstream takes too
	assert.equal(upgradePathOf('1.36.3', '1.36.1').step, '1.36->1.36');
	for (const [from, to] of [
		['1.34.1', '1.36.3'],
		['1.36.3', '1.35.4'],
		['1.36.3', '1.37.0'],
		['1.18.0', '1.19.0'],
	] as const)
		assert.throws(() => upgradePathOf(from, to), { code: 'invalid', message: /^unsupported upgrade path 1\.\d+->1\.\d+ \(from "/ });
	assert.throws(() => upgradePathOf('1.36', 'latest'), { code: 'invalid', message: /error parsing to version/ });
});

test('the lowest version counts by its numbers', () => {
	assert.equal(lowestVersion(['v1.36.3', 'v1.9.12', 'v1.35.4']), '1.9.12');
	assert.equal(lowestVersion([]), undefined);
});
