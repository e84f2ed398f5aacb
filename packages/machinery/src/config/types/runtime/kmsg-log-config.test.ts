import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { kmsgLogConfig } from './kmsg-log-config.ts';

const judge = rulesOf(kmsgLogConfig);

test('the log goes to a port over TCP or UDP', () => {
	for (const url of ['tcp://10.0.0.1:1', 'udp://[::1]:1/']) assert.deepEqual(judge({ name: 'log', url }).errors, [], url);
	assert.deepEqual(judge({ url: 'tcp://a:1' }).errors, ['name is required']);
	assert.deepEqual(judge({ name: 'log' }).errors, ['url is required']);
	assert.deepEqual(judge({ name: 'log', url: 'https://a/x' }).errors, ['url scheme must be tcp:// or udp://']);
	assert.deepEqual(judge({ name: 'log', url: 'tcp://a/x' }).errors, ['url path must be empty']);
	assert.deepEqual(judge({ name: 'log', url: 'tcp://a' }).errors, ['url port is required']);
});
