import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { eventSinkConfig } from './event-sink-config.ts';

const judge = rulesOf(eventSinkConfig);

test('an endpoint is a host and a port', () => {
	for (const endpoint of ['10.0.0.1:4000', 'sink:http', '[2001:db8::1]:1', ':1', 'x:'])
		assert.deepEqual(judge({ endpoint }).errors, [], endpoint);
});

test('what is wrong with an endpoint is said in the words of Go', () => {
	assert.deepEqual(judge({}).errors, ['event sink endpoint: missing port in address']);
	for (const [endpoint, problem] of [
		['10.0.0.1', 'missing port in address'],
		['a:b:c', 'too many colons in address'],
		['[::1]', 'missing port in address'],
		['[::1', "missing ']' in address"],
		['[::1]x:1', 'missing port in address'],
		['[a]:b:c', 'too many colons in address'],
		['a[:1', "unexpected '[' in address"],
		['a]:1', "unexpected ']' in address"],
	]) {
		assert.deepEqual(judge({ endpoint: endpoint ?? '' }).errors, [`event sink endpoint: address ${endpoint}: ${problem}`]);
	}
});
