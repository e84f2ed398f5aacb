import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubePrismConfig } from './kube-prism-config.ts';

const judge = rulesOf(kubePrismConfig);
const conflicts = conflictsOf(kubePrismConfig);

test('the load balancer listens on a port', () => {
	assert.deepEqual(judge({ port: 7445 }).errors, []);
	for (const port of [-1, 0, 65536]) {
		assert.deepEqual(judge({ port }).errors, [`invalid port ${port}: must be in range 1-65535`]);
	}
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { machine: { features: {} } }), []);
	assert.deepEqual(conflicts({}, { machine: { features: { kubePrism: {} } } }), [
		"KubePrism config in v1alpha1 config (.machine.features.kubePrism) can't be used with KubePrismConfig document, " +
			'please remove it to avoid conflicts',
	]);
});
