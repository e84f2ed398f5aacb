import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalDiskSize, checkedDiskSizeMatcher, parseDiskSizeMatcher } from './disk-size.ts';

test('the size of a partition is short where that loses nothing', () => {
	const printed = { '100GB': '100 GB', '1.5TB': '1.5 TB', '10GiB': '10737418240', '1000': '1.0 kB', '0': '0 B', '1234': '1234' };
	for (const [text, canonical] of Object.entries(printed)) assert.equal(canonicalDiskSize(text), canonical, text);
	assert.throws(() => canonicalDiskSize('x'));
});

test('a condition on the size of a disk has an operator or means equal', () => {
	assert.deepEqual(parseDiskSizeMatcher('>= 100GB'), { operator: '>=', bytes: 100_000_000_000n });
	assert.deepEqual(parseDiskSizeMatcher('<1TB'), { operator: '<', bytes: 1_000_000_000_000n });
	assert.equal(parseDiskSizeMatcher('4GB').bytes, 4_000_000_000n);
	assert.equal(checkedDiskSizeMatcher('  >= 1 TiB '), '>= 1 TiB');
	for (const text of ['', '>=', '=> 1GB', '>= x']) assert.throws(() => checkedDiskSizeMatcher(text), text);
});
