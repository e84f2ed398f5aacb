import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { cluster, kubePrism, talosAPIAccess } from './cluster.ts';

test('the cluster has a name and an endpoint', () => {
	const legacy = { cluster: { clusterName: 'old', controlPlane: { endpoint: 'https://old:6443' } } };
	assert.deepEqual(cluster(configOf({ v1alpha1: legacy })), { name: 'old', endpoint: 'https://old:6443' });
	assert.deepEqual(cluster(configOf({ v1alpha1: legacy, KubeClusterConfig: { clusterName: 'new' } })), { name: 'new', endpoint: '' });
	assert.equal(cluster(configOf({ v1alpha1: { cluster: { clusterName: 'old' } } })), undefined);
});

test('features of the root document are there when they are enabled', () => {
	const legacy = (enabled: boolean) =>
		configOf({ v1alpha1: { machine: { features: { kubePrism: { enabled }, kubernetesTalosAPIAccess: { enabled } } } } });
	assert.deepEqual(kubePrism(legacy(true)), { port: 7445, tlsServerName: '' });
	assert.deepEqual(talosAPIAccess(legacy(true)), { allowedRoles: [], allowedNamespaces: [] });
	assert.equal(kubePrism(legacy(false)), undefined);
	assert.equal(talosAPIAccess(legacy(false)), undefined);
});

test('features with a document are there', () => {
	const config = configOf({ KubePrismConfig: { port: 8443 }, KubeTalosAPIAccessConfig: { allowedRoles: ['os:reader'] } });
	assert.deepEqual(kubePrism(config), { port: 8443, tlsServerName: '' });
	assert.deepEqual(talosAPIAccess(config), { allowedRoles: ['os:reader'], allowedNamespaces: [] });
});
