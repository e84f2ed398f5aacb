import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { zswapConfig } from './zswap-config.ts';

const judge = rulesOf(zswapConfig);

test('the pool takes a share of the memory', () => {
	for (const maxPoolPercent of [undefined, 0, 100])
		assert.deepEqual(judge(maxPoolPercent === undefined ? {} : { maxPoolPercent }).errors, []);
	for (const maxPoolPercent of [-1, 101]) assert.deepEqual(judge({ maxPoolPercent }).errors, ['maxPoolPercent must be between 0 and 100']);
});
