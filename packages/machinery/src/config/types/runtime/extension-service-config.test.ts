import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { extensionServiceConfig } from './extension-service-config.ts';

const judge = rulesOf(extensionServiceConfig);

test('a service gets files or an environment', () => {
	assert.deepEqual(judge({ name: 'nut', environment: ['A=b'] }).errors, []);
	assert.deepEqual(judge({ name: 'nut', configFiles: [{ content: 'x', mountPath: '/x' }] }).errors, []);
	assert.deepEqual(judge({ name: 'nut' }).errors, ['no config files found for extension "nut"']);
	assert.deepEqual(judge({ environment: ['A=b'] }).errors, ['name is required']);
});

test('the first file that lacks something is named', () => {
	assert.deepEqual(judge({ name: 'nut', configFiles: [{ mountPath: '/x' }, {}] }).errors, [
		'extension content is required for extension "nut"',
	]);
	assert.deepEqual(judge({ name: 'nut', configFiles: [{ content: 'x' }] }).errors, [
		'extension mount path is required for extension "nut"',
	]);
});
