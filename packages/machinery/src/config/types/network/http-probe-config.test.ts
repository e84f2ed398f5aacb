import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { httpProbeConfig } from './http-probe-config.ts';

const judge = rulesOf(httpProbeConfig);

test('an HTTP probe asks an absolute URL', () => {
	assert.deepEqual(judge({ name: 'web', url: 'https://[2001:db8::1]:8443/healthz' }).errors, []);
	assert.deepEqual(judge({ name: 'web', url: 'ftp://example.com' }).errors, ['HTTP probe URL scheme must be http or https, got "ftp"']);
	for (const url of ['http:example.com', 'http://:80/']) {
		assert.deepEqual(judge({ name: 'web', url }).errors, ['HTTP probe URL must be an absolute http or https URL with a non-empty host']);
	}
	assert.deepEqual(judge({ timeout: '-1s', interval: '-1s' }).errors, [
		'probe name is required',
		'HTTP probe URL is required',
		'HTTP probe timeout cannot be negative: -1s',
		'probe interval cannot be negative: -1s',
	]);
});
