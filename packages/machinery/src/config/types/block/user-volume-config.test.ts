import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { userVolumeConfig } from './user-volume-config.ts';

const judge = rulesOf(userVolumeConfig);

const provisioning = { diskSelector: { match: 'disk.transport == "nvme"' } };

test('a partition needs a size, a whole disk has none', () => {
	assert.deepEqual(judge({ name: 'data', provisioning: { ...provisioning, minSize: '1GiB' } }).errors, []);
	assert.deepEqual(judge({ name: 'data', provisioning }).errors, ['min size or max size is required']);
	assert.deepEqual(judge({ name: 'data', volumeType: 'disk', provisioning }).errors, []);
	assert.deepEqual(judge({ name: 'data', volumeType: 'disk', provisioning: { ...provisioning, grow: false } }).errors, [
		'min size, max size and grow are not supported',
	]);
});

test('a directory has nothing that belongs to a device', () => {
	assert.deepEqual(judge({ name: 'data', volumeType: 'directory', mount: { secure: false } }).errors, []);
	const document = {
		name: 'data',
		volumeType: 'directory',
		provisioning,
		encryption: { provider: 'luks2' },
		filesystem: { xfs: {} },
		mount: { disableAccessTime: false },
	} as const;
	assert.deepEqual(judge(document).errors, [
		'provisioning spec is invalid for volumeType directory',
		'encryption spec is invalid for volumeType directory',
		'filesystem spec is invalid for volumeType directory',
		'mount.disableAccessTime is invalid for volumeType directory',
	]);
});

test('quotas and XFS options are for XFS', () => {
	const document = (filesystem: object) => ({ name: 'data', provisioning: { ...provisioning, maxSize: '50%' }, filesystem });
	assert.deepEqual(judge(document({ projectQuotaSupport: true, xfs: {} })).errors, []);
	assert.deepEqual(judge(document({ type: 'ext4', projectQuotaSupport: true, xfs: {} })).errors, [
		'project quota support is only available for xfs filesystem',
	]);
	assert.deepEqual(judge(document({ type: 'btrfs', xfs: {} })).errors, ['xfs options are only available for xfs filesystem']);
	assert.deepEqual(judge(document({ type: 'vfat' })).errors, ['unsupported filesystem type: vfat']);
});

test('no other type of volume is for users', () => {
	assert.deepEqual(judge({ name: 'data', volumeType: 'tmpfs' }).errors, ['unsupported volume type "tmpfs"']);
});
