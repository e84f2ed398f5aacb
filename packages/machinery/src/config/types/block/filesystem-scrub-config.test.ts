import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { filesystemScrubConfig } from './filesystem-scrub-config.ts';

const judge = rulesOf(filesystemScrubConfig);

test('scrubbing has a shortest interval, and none at all is fine', () => {
	assert.deepEqual(judge({}).errors, []);
	assert.deepEqual(judge({ interval: '10s' }).errors, []);
	assert.deepEqual(judge({ interval: '9.999s' }).errors, ['scrub interval: minimum value is 10s']);
	assert.deepEqual(judge({ interval: '-1h' }).errors, ['scrub interval: minimum value is 10s']);
});
