import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { unattendedInstallConfig } from './unattended-install-config.ts';

const judge = rulesOf(unattendedInstallConfig);

const installer = { image: 'factory.talos.dev/metal-installer/1:v1' };

test('an installation needs a disk, and an image unless the factory made the medium', () => {
	assert.deepEqual(judge({ installer, provisioning: { diskSelector: { match: 'disk.dev_path == "/dev/sda"' } } }), {
		errors: [],
		warnings: [],
	});
	assert.deepEqual(judge({}), {
		errors: ['provisioning.volumeSelector.match is required'],
		warnings: ['installer.image is not set, if Talos is not booted from asset built by Image Factory, installation will fail'],
	});
	assert.deepEqual(judge({ installer, provisioning: { diskSelector: { match: 'disk.size' } } }).errors, [
		'provisioning.volumeSelector.match: expression output type is uint, expected bool',
	]);
});

test('the root document has no installation of its own', () => {
	const conflicts = conflictsOf(unattendedInstallConfig);
	assert.deepEqual(conflicts({}, { machine: { install: {} } }), [
		'UnattendedInstallConfig config is incompatible with v1alpha1 config (.machine.install)',
	]);
	assert.deepEqual(conflicts({}, { machine: {} }), []);
});
