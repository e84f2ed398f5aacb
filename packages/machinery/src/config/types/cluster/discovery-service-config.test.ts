import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { discoveryServiceConfig } from './discovery-service-config.ts';

const judge = rulesOf(discoveryServiceConfig);

test('a discovery service is reached over HTTP or gRPC', () => {
	for (const endpoint of ['https://discovery.test/', 'http://10.0.0.1:3000', 'grpc://[::1]:3000/path']) {
		assert.deepEqual(judge({ name: 'default', endpoint }).errors, []);
	}
	assert.deepEqual(judge({ name: 'default', endpoint: '//discovery.test' }).errors, ['endpoint scheme is required']);
	assert.deepEqual(judge({ name: 'default', endpoint: 'ftp://discovery.test' }).errors, [
		'endpoint scheme must be http://, https:// or grpc://',
	]);
	assert.deepEqual(judge({ name: 'default', endpoint: 'https://:443' }).errors, ['endpoint host is required']);
});

test('the first thing that is missing is named', () => {
	assert.deepEqual(judge({}).errors, ['name is required']);
	assert.deepEqual(judge({ name: 'default' }).errors, ['endpoint is required']);
});

test('the root document says nothing about discovery', () => {
	const conflicts = conflictsOf(discoveryServiceConfig);
	assert.deepEqual(conflicts({}, { cluster: { discovery: { enabled: false } } }), [
		'discovery service is already configured in .cluster.discovery of the v1alpha1 config',
	]);
	assert.deepEqual(conflicts({}, { cluster: {} }), []);
});
