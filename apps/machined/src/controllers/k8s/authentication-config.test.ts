import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfig } from '@ichor/machinery/config';
import { authenticationConfiguration } from './authentication-config.ts';

test('how clients are authenticated is what the document says, and nothing without one', () => {
	const config = loadConfig(`apiVersion: v1alpha1
kind: KubeAuthenticationConfig
configuration:
  kind: Other
  anonymous: { enabled: true, conditions: [{ path: /livez }] }
  jwt: []
`);
	assert.deepEqual(authenticationConfiguration(config), {
		config: {
			apiVersion: 'apiserver.config.k8s.io/v1beta1',
			kind: 'AuthenticationConfiguration',
			anonymous: { enabled: true, conditions: [{ path: '/livez' }] },
			jwt: [],
		},
	});
	assert.equal(authenticationConfiguration(loadConfig('version: v1alpha1\nmachine: {}\n')), undefined);
});
