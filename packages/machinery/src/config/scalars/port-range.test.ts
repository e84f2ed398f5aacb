import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePortRange } from './port-range.ts';

test('a range of ports has two ends', () => {
	assert.equal(parsePortRange('80-80'), 80);
	assert.equal(parsePortRange('1000-2000'), '1000-2000');
	assert.equal(parsePortRange('2000-1000'), '2000-1000');
	for (const text of ['', '80', '65536', '80-', '-80', '1-2-3', '80-65536', 'http']) assert.throws(() => parsePortRange(text), text);
});
