import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostsToml } from './registry-hosts.ts';

test('a mirror stands in front of its registry', () => {
	const endpoints = [{ url: 'http://10.5.0.1:5000', overridePath: false }];
	assert.equal(
		hostsToml('registry.k8s.io', { endpoints, skipFallback: false }),
		'server = "https://registry.k8s.io"\n[host."http://10.5.0.1:5000/v2"]\n  capabilities = ["pull", "resolve"]\n  override_path = true\n',
	);
	assert.ok(!hostsToml('registry.k8s.io', { endpoints, skipFallback: true }).includes('server'));
	const own = [{ url: 'https://harbor.example/v2/proxy', overridePath: true }];
	assert.ok(hostsToml('docker.io', { endpoints: own, skipFallback: false }).includes('[host."https://harbor.example/v2/proxy"]'));
});
