import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { registryAuthConfig } from './registry-auth-config.ts';

const judge = rulesOf(registryAuthConfig);

test('there is one way to sign in', () => {
	assert.deepEqual(judge({ name: 'ghcr.io', username: 'u', password: 'p' }).errors, []);
	assert.deepEqual(judge({ username: 'u', identityToken: 't', auth: 'a' }).errors, [
		'name must be specified',
		'only one of username/password or identityToken authentication can be specified',
		'only one of auth, username/password or identityToken authentication can be specified',
	]);
});
