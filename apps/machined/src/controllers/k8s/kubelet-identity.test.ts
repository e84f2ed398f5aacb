import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeKubeconfig } from '@ichor/client';
import { bootstrapKubeconfig, namesServer, redirected } from './kubelet-identity.ts';

const secret = {
	endpoint: 'https://127.0.0.1:7445',
	acceptedCAs: [{ crt: btoa('authority') }],
	bootstrapTokenID: 'abcdef',
	bootstrapTokenSecret: '0123456789abcdef',
};
const cluster = { server: 'https://127.0.0.1:7445', 'certificate-authority-data': btoa('authority') };

describe('the way of the kubelet to the cluster', () => {
	test('has the name that the certificate is for, where one is said', () => {
		const named = decodeKubeconfig(bootstrapKubeconfig({ ...secret, endpointTLSServerName: 'api.example.org' }));
		assert.deepEqual({ ...named.clusters.get('local') }, { ...cluster, 'tls-server-name': 'api.example.org' });
		assert.deepEqual({ ...decodeKubeconfig(bootstrapKubeconfig(secret)).clusters.get('local') }, cluster);
	});

	test('follows the configuration, and forgets a name that is no longer said', () => {
		const config = decodeKubeconfig(bootstrapKubeconfig({ ...secret, endpoint: 'https://old:6443', endpointTLSServerName: 'old' }));
		const { clusters, users } = redirected(config, secret);
		assert.deepEqual(clusters, new Map([['local', cluster]]));
		assert.deepEqual(users, config.users);
		const named = { ...secret, endpointTLSServerName: 'new' };
		assert.deepEqual([namesServer(config, named), namesServer(redirected(config, named), named)], [false, true]);
		assert.deepEqual(redirected({ ...config, currentContext: 'none' }, secret).clusters, config.clusters);
	});
});
