import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { tcpProbeConfig } from './tcp-probe-config.ts';

const judge = rulesOf(tcpProbeConfig);

test('a TCP probe has a name and an endpoint', () => {
	assert.deepEqual(judge({ name: 'proxy', endpoint: 'proxy.example.com:3128' }).errors, []);
	assert.deepEqual(judge({}).errors, ['probe name is required', 'TCP probe endpoint is required']);
});

test('nothing about a probe is negative', () => {
	const probe = { name: 'proxy', endpoint: 'proxy:3128', timeout: '-1s', interval: '-500ms', failureThreshold: -1 };
	assert.deepEqual(judge(probe).errors, [
		'TCP probe timeout cannot be negative: -1s',
		'probe interval cannot be negative: -500ms',
		'probe failure threshold cannot be negative: -1',
	]);
});
