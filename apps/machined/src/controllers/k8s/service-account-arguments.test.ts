import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceAccountArguments } from './service-account-arguments.ts';

test('tokens are issued by one, and taken from those who issued before', () => {
	const account = { issuingKey: '', publicKeys: [], issuerURL: 'https://oidc.example.org', audiences: ['https://oidc.example.org'] };
	assert.deepEqual(serviceAccountArguments({ ...account, acceptedIssuers: ['https://old.example.org', 'https://oidc.example.org'] }), {
		'service-account-issuer': ['https://oidc.example.org', 'https://old.example.org'],
		'api-audiences': ['https://oidc.example.org'],
	});
	assert.deepEqual(serviceAccountArguments({ ...account, acceptedIssuers: [], audiences: ['a', 'b'] })['api-audiences'], ['a,b']);
	assert.deepEqual(serviceAccountArguments(undefined), {});
});
