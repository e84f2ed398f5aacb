import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { hostnameConfig } from './hostname-config.ts';

const judge = rulesOf(hostnameConfig);

test('a name is fixed or derived', () => {
	assert.deepEqual(judge({ hostname: 'node-1.example.com' }).errors, []);
	assert.deepEqual(judge({ auto: 'off', hostname: 'node-1' }).errors, []);
	assert.deepEqual(judge({ auto: 'stable' }).errors, []);
	assert.deepEqual(judge({}).errors, ["either 'auto' or 'hostname' must be set"]);
	assert.deepEqual(judge({ auto: 'stable', hostname: 'node-1' }).errors, ["'auto' and 'hostname' cannot be set at the same time"]);
	assert.deepEqual(judge({ auto: 'talos-addr' }).errors, ["invalid value for 'auto': talos-addr"]);
});

test('the name fits into DNS', () => {
	assert.deepEqual(judge({ hostname: '.example.com' }).errors, ['invalid hostname ""']);
	const host = 'h'.repeat(64);
	assert.deepEqual(judge({ hostname: host }).errors, [`invalid hostname "${host}"`]);
	assert.deepEqual(judge({ hostname: `h.${'x'.repeat(252)}` }).errors, ['fqdn is too long: 254']);
});

test('the root document names the machine neither way', () => {
	const conflicts = conflictsOf(hostnameConfig);
	assert.deepEqual(conflicts({}, { machine: { network: {}, features: { stableHostname: false } } }), []);
	assert.deepEqual(conflicts({}, { machine: { network: { hostname: 'node-1' }, features: { stableHostname: true } } }), [
		'static hostname is already set in v1alpha1 config',
	]);
	assert.deepEqual(conflicts({}, { machine: { features: { stableHostname: true } } }), [
		'stable hostname is already set in v1alpha1 config',
	]);
});
