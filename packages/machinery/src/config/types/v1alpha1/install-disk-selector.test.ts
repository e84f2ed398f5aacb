import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { diskEnvironment } from '../../../cel/environments.ts';
import { celProblem } from '../../../cel/expression.ts';
import { installDiskExpression } from './install-disk-selector.ts';
import type { MachineInstall } from './machine-install.gen.ts';
import { rootConfig } from './root.ts';

test('a selector says the same as an expression', () => {
	assert.equal(installDiskExpression({}), 'disk.transport != "" && !disk.readonly && !disk.cdrom');
	assert.equal(
		installDiskExpression({ size: '>= 4GB', model: 'WD*', type: 'sd', busPath: '/pci-0000:00:17.0/*' }),
		'disk.size >= 4000000000u && glob("WD*", disk.model) && disk.transport != "" && disk.transport == "mmc" &&\n' +
			'glob("/pci-0000:00:17.0/*", disk.bus_path) && !disk.readonly && !disk.cdrom',
	);
	assert.equal(installDiskExpression({ type: 'hdd' }), 'disk.transport != "" && disk.rotational && !disk.readonly && !disk.cdrom');
});

test('the expression is one over disks', () => {
	const selector = { size: '1TB', uuid: 'a"b', wwid: '*', model: '*', serial: '*', modalias: '*', type: 'ssd', busPath: '*' };
	assert.equal(celProblem(installDiskExpression(selector), diskEnvironment, 'bool'), undefined);
});

test('what cannot be asked for is refused', () => {
	assert.throws(() => installDiskExpression({ name: 'sda' }), { message: 'selector on name is not supported' });
	assert.throws(() => installDiskExpression({ type: 'tape' }), { message: 'unsupported disk type "tape"' });
});

test('an installation has a disk', () => {
	const judge = rulesOf(rootConfig);
	const errorsOf = (install: MachineInstall) => judge({ machine: { type: 'worker', ca: { crt: 'Zm9v' }, install }, cluster: {} }).errors;
	const noDisk = 'either install disk or diskSelector should be defined';
	assert.deepEqual(errorsOf({ disk: '/dev/sda' }), []);
	assert.deepEqual(errorsOf({ diskSelector: {} }), []);
	assert.deepEqual(errorsOf({ diskSelector: { name: 'sda' } }), [
		'install disk selector is invalid: selector on name is not supported',
		noDisk,
	]);
	assert.deepEqual(errorsOf({ disk: '/dev/sda', extraKernelArgs: ['quiet'], grubUseUKICmdline: true }), [
		"install.extraKernelArgs and install.grubUseUKICmdline can't be used together",
	]);
	assert.deepEqual(errorsOf({ disk: '/dev/sda', extensions: [{ image: 'x' }, { image: 'x' }] }), ['duplicate system extension "x"']);
});
