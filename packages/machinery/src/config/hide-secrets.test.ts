import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfig } from './load.ts';

test('an error about unknown keys has no secret in it', () => {
	const text = [
		'version: v1alpha1',
		'machine:',
		'    tokn: hidden-1',
		'    kubelet:',
		'        imag: shown-1',
		'    registries:',
		'        config:',
		'            example.org:',
		'                auht:',
		'                    password: hidden-2',
		'secrets:',
		'    bootstraptoken: hidden-3',
		'    certs:',
		'        - { crt: shown-2, key: hidden-4, id: shown-3 }',
		'',
	].join('\n');
	assert.throws(
		() => loadConfig(text),
		({ message }: Error) => {
			assert.doesNotMatch(message, /hidden/);
			for (const shown of ['shown-1', 'shown-2', 'shown-3', 'tokn', 'bootstraptoken']) assert.match(message, new RegExp(shown));
			return true;
		},
	);
});
