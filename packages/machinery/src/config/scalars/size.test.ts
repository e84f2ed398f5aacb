import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedByteSize, checkedSize, parseByteSize, parseSize } from './size.ts';

test('a size is bytes or a share', () => {
	assert.deepEqual(parseSize('10GiB'), { bytes: 10n * 1024n ** 3n });
	assert.deepEqual(parseSize('-2.5GB'), { bytes: -2_500_000_000n });
	assert.deepEqual(parseSize('80%'), { percent: 80 });
	assert.deepEqual(parseSize('-33.4%'), { percent: -33 });
	assert.deepEqual(parseSize(''), { bytes: 0n });
});

test('a size stays as it was written', () => {
	for (const text of ['10GiB', '1,024 kB', '-5 GB', '1048576']) {
		assert.equal(checkedByteSize(text), text);
		assert.equal(checkedSize(text), text);
	}
	assert.equal(checkedSize('50.5%'), '50.5%');
	assert.equal(parseByteSize('-1MiB'), -1_048_576n);
});

test('what is no size is refused', () => {
	for (const text of ['10XB', '--1', 'GiB', '1 %', '%', 'x%']) assert.throws(() => checkedSize(text), text);
	assert.throws(() => checkedByteSize('80%'));
});
