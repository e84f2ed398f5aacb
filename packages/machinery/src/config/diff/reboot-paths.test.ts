import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseContract } from '../../versions/contract.ts';
import { loadConfig } from '../load.ts';
import { rebootPaths } from './reboot-paths.ts';

const before = loadConfig('version: v1alpha1\nmachine:\n  type: worker\n  token: a\n  features:\n    rbac: true\n');
const after = loadConfig(
	[
		'version: v1alpha1',
		'debug: true',
		'machine:',
		'  type: worker',
		'  token: b',
		'  sysctls: {a: "1"}',
		'  env: {B: "2"}',
		'  features: {rbac: false, kubePrism: {enabled: true, port: 7445}}',
		'cluster:',
		'  clusterName: x',
		'---',
		'apiVersion: v1alpha1',
		'kind: SysctlConfig',
		'params: {c: "3"}',
		'',
	].join('\n'),
);

test('until 1.13 some fields of the root document need a reboot, other documents never', () => {
	for (const version of ['v1.12', 'v1.13.9']) {
		assert.deepEqual(rebootPaths(before, after, parseContract(version)), ['machine.token', 'machine.env', 'machine.features.rbac']);
	}
});

test('from 1.14 on nothing does, and what is the same never did', () => {
	assert.deepEqual(rebootPaths(before, after, parseContract('v1.14')), []);
	assert.deepEqual(rebootPaths(before, before, parseContract('v1.12')), []);
});
