import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endpointProblem } from './endpoint.ts';

test('an endpoint has a host and a port that exists', () => {
	for (const url of ['https://example.com', 'https://10.0.0.1:6443/path', 'https://[2001:db8::1]:6443', 'https://example.com:']) {
		assert.equal(endpointProblem(url), undefined);
	}
	assert.equal(endpointProblem(''), 'hostname must not be blank');
	assert.equal(endpointProblem('https://:6443'), 'hostname must not be blank');
	assert.equal(endpointProblem('tcp://2001:db8::1'), 'IPv6 addresses MUST be enclosed by square brackets');
	assert.equal(endpointProblem('https://x:0'), 'port number must be between 1 and 65535');
	assert.equal(endpointProblem('https://x:65536'), 'port number must be between 1 and 65535');
	assert.equal(endpointProblem(`https://x:${'9'.repeat(20)}`), 'port number must be numeric');
	assert.equal(endpointProblem(':x'), 'parse ":x": missing protocol scheme');
});
