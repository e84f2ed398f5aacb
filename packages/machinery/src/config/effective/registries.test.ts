import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { registries } from './registries.ts';

test('a document overrides what the root document says of its registry', () => {
	const { mirrors, auths, tls } = registries(
		configOf({
			v1alpha1: {
				machine: {
					registries: {
						mirrors: { '*': { endpoints: ['http://10.5.0.1:5000'], overridePath: true, skipFallback: true }, 'docker.io': null },
						config: {
							'a.example': { auth: { username: 'u', password: 'p' }, tls: { ca: btoa('ca'), insecureSkipVerify: true } },
							'b.example': null,
						},
					},
				},
			},
			RegistryMirrorConfig: { name: 'docker.io', endpoints: [{ url: 'https://mirror.example' }] },
			RegistryAuthConfig: { name: 'c.example', identityToken: 't' },
			RegistryTLSConfig: { name: 'a.example', ca: 'other', clientIdentity: { cert: 'c', key: 'k' } },
		}),
	);
	assert.deepEqual(
		[...mirrors],
		[
			['*', { endpoints: [{ url: 'http://10.5.0.1:5000', overridePath: true }], skipFallback: true }],
			['docker.io', { endpoints: [{ url: 'https://mirror.example', overridePath: false }], skipFallback: false }],
		],
	);
	assert.deepEqual([...auths.keys()], ['a.example', 'c.example']);
	assert.deepEqual(auths.get('a.example'), { username: 'u', password: 'p', auth: '', identityToken: '' });
	assert.deepEqual(
		[...tls],
		[['a.example', { clientIdentity: { crt: btoa('c'), key: btoa('k') }, ca: btoa('other'), insecureSkipVerify: false }]],
	);
});
