import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { machineType } from './machine.ts';

test('a machine is what the root document says, and unknown without', () => {
	const ofType = (type: string) => machineType(configOf({ v1alpha1: { machine: { type } } }));
	assert.deepEqual(['controlplane', 'init', 'worker', 'join', '', 'master'].map(ofType), [
		'controlplane',
		'init',
		'worker',
		'worker',
		'worker',
		'unknown',
	]);
	assert.equal(machineType(configOf({ v1alpha1: {} })), 'unknown');
	assert.equal(machineType(configOf({})), 'unknown');
});
