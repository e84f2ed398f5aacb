import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { kmsgLogDestinations, loggingDestinations } from './logging.ts';

test('the logs of services go where the root document says', () => {
	const destinations = [
		{ endpoint: 'tcp://192.0.2.1:6050/', format: 'json_lines', extraTags: { site: 'home' } },
		{ endpoint: 'udp://[2001:db8::1]:6051', format: 'json_lines' },
	];
	assert.deepEqual(loggingDestinations(configOf({ v1alpha1: { machine: { logging: { destinations } } } })), [
		{ endpoint: 'tcp://192.0.2.1:6050/', tags: { site: 'home' } },
		{ endpoint: 'udp://[2001:db8::1]:6051', tags: {} },
	]);
	assert.deepEqual(loggingDestinations(configOf({ v1alpha1: {} })), []);
});

test("the kernel's log goes where documents say, once", () => {
	const { documents } = configOf({ KmsgLogConfig: { name: 'one', url: 'udp://192.0.2.1:6052' } });
	assert.deepEqual(kmsgLogDestinations({ documents: [...documents, ...documents] }), ['udp://192.0.2.1:6052']);
});
