import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { sideroLinkConfig } from './sidero-link-config.ts';

const judge = rulesOf(sideroLinkConfig);

test('the service is reached over TLS or gRPC, without a path', () => {
	for (const apiUrl of ['https://siderolink.test/?jointoken=x', 'grpc://10.0.0.1:8090'])
		assert.deepEqual(judge({ apiUrl }).errors, [], apiUrl);
	assert.deepEqual(judge({}).errors, ['apiUrl is required']);
	assert.deepEqual(judge({ apiUrl: 'http://siderolink.test/x' }).errors, ['apiUrl scheme must be https:// or grpc://']);
	assert.deepEqual(judge({ apiUrl: 'https://siderolink.test/x' }).errors, ['apiUrl path must be empty']);
});

test('the join token is taken out of the query, which is sorted', () => {
	const redacted = (apiUrl: string) => sideroLinkConfig.redact?.({ apiUrl }, '***').apiUrl;
	assert.equal(redacted('https://a.test/?user=alice&jointoken=secret'), 'https://a.test/?jointoken=%2A%2A%2A&user=alice');
	assert.equal(redacted('https://a.test/?jointoken=one&jointoken=two'), 'https://a.test/?jointoken=%2A%2A%2A');
	assert.equal(redacted('https://a.test/?b=1+2&a=%7e'), 'https://a.test/?a=~&b=1+2');
	assert.equal(redacted('https://a.test/'), 'https://a.test/');
	assert.deepEqual(sideroLinkConfig.redact?.({}, '***'), {});
});
