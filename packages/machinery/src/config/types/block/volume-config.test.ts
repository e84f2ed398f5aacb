import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { volumeConfig } from './volume-config.ts';

const judge = rulesOf(volumeConfig);

test('only the volumes of Talos have this document', () => {
	assert.deepEqual(judge({ name: 'EPHEMERAL' }).errors, []);
	assert.deepEqual(judge({ name: 'DATA', trim: { interval: '-1s' } }).errors, [
		'only ["STATE" "EPHEMERAL" "IMAGECACHE" "ETCD" "CRI" "KUBELET" "LOG"] volumes are supported',
	]);
});

test('STATE stays where it is and unlocks by itself', () => {
	const document = {
		name: 'STATE',
		provisioning: { grow: true },
		encryption: { provider: 'luks2', keys: [{ nodeID: {}, lockToState: true }] },
		mount: { secure: true },
	} as const;
	assert.deepEqual(judge(document).errors, [
		'provisioning config is not allowed for the "STATE" volume',
		'state-locked key is not allowed for the "STATE" volume',
		'mount config is not allowed for the "STATE" volume',
	]);
});

test('the image cache has neither mount nor file system settings', () => {
	assert.deepEqual(judge({ name: 'IMAGECACHE', mount: { secure: true }, filesystem: { xfs: {} } }).errors, [
		'mount config is not allowed for the "IMAGECACHE" volume',
		'filesystem config is not allowed for the "IMAGECACHE" volume',
	]);
});

test('a directory of EPHEMERAL is mounted like EPHEMERAL', () => {
	const mount = { secure: true };
	assert.deepEqual(judge({ name: 'ETCD', mount }).errors, [
		'mount config for the "ETCD" volume is only supported when it is provisioned onto a dedicated partition',
	]);
	assert.deepEqual(judge({ name: 'ETCD', mount, provisioning: { minSize: '1GiB' } }).errors, []);
	assert.deepEqual(judge({ name: 'EPHEMERAL', mount }).errors, []);
});

test('a volume is encrypted in one place only', () => {
	const conflicts = conflictsOf(volumeConfig);
	const root = { machine: { systemDiskEncryption: { state: {} } } };
	const encryption = { provider: 'luks2' } as const;
	assert.deepEqual(conflicts({ name: 'STATE', encryption }, root), [
		'system disk encryption for "STATE" is configured in both v1alpha1.Config and VolumeConfig',
	]);
	assert.deepEqual(conflicts({ name: 'EPHEMERAL', encryption }, root), []);
	assert.deepEqual(conflicts({ name: 'STATE' }, root), []);
});
