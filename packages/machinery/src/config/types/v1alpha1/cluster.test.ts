import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemList } from '../../problems.ts';
import type { ClusterSection } from './cluster.gen.ts';
import { checkCluster } from './cluster.ts';

function errorsOf(cluster: ClusterSection | undefined, onControlPlane = true): readonly string[] {
	const problems = new ProblemList();
	checkCluster(cluster, onControlPlane, problems);
	return problems.errors.map(({ message }) => message);
}

test('a control plane has an endpoint that can be reached', () => {
	assert.deepEqual(errorsOf(undefined), ['cluster instructions are required']);
	assert.deepEqual(errorsOf({ controlPlane: {}, network: { dnsDomain: '-' } }), ['cluster controlplane endpoint is required']);
	assert.deepEqual(errorsOf({ controlPlane: { endpoint: '' } }), ['invalid controlplane endpoint: hostname must not be blank']);
});

test('names of DNS', () => {
	for (const dnsDomain of ['', 'cluster.local', 'cluster.local.', '_x', `${'a'.repeat(63)}.b`]) {
		assert.deepEqual(errorsOf({ network: { dnsDomain } }), []);
	}
	for (const dnsDomain of ['.', '-a', 'a..b', 'a b', 'a'.repeat(64), `${'a'.repeat(63)}.`.repeat(5)]) {
		assert.deepEqual(errorsOf({ network: { dnsDomain } }), [`"${dnsDomain}" is not a valid DNS name`]);
	}
});

test('etcd has an authority, and its addresses are chosen by networks', () => {
	assert.deepEqual(errorsOf({ etcd: { ca: {}, advertisedSubnets: ['10.0.0.0/8', '!10.0.0.1'] } }), []);
	assert.deepEqual(errorsOf({ etcd: { subnet: 'a', advertisedSubnets: ['b'] } }), [
		'key/cert combination should not be empty',
		"etcd subnet can't be set when advertised subnets are set",
		'etcd advertised subnet is not valid: "b"',
		'etcd listen subnet is not valid: "b"',
	]);
	assert.deepEqual(errorsOf({ etcd: { ca: {}, subnet: 'a', listenSubnets: ['b'] } }), [
		'etcd advertised subnet is not valid: "a"',
		'etcd listen subnet is not valid: "b"',
	]);
});

test('manifests', () => {
	assert.deepEqual(errorsOf({ externalCloudProvider: { manifests: ['https://example.com/x.yaml'] } }), [
		'external cloud provider is disabled, but manifests are provided',
	]);
	assert.deepEqual(errorsOf({ externalCloudProvider: { enabled: true, manifests: ['/x.yaml'] } }), [
		'invalid external cloud provider manifest url "/x.yaml": hostname must not be blank',
	]);
	assert.deepEqual(errorsOf({ inlineManifests: [{ name: 'a' }, { name: ' ' }, { name: 'a' }] }), [
		"inline manifest name can't be empty",
		'inline manifest name "a" is duplicate',
	]);
});

test('the discovery service has a URL without a path, and the cluster an identity', () => {
	const service = (endpoint: string) =>
		errorsOf({ id: 'a', secret: 'b', discovery: { enabled: true, registries: { service: { endpoint } } } });
	assert.deepEqual(errorsOf({ discovery: { enabled: true } }), [
		'cluster discovery service requires .cluster.id',
		'cluster discovery service requires .cluster.secret',
	]);
	assert.deepEqual(errorsOf({ discovery: { enabled: true, registries: { service: { disabled: true } } } }), []);
	assert.deepEqual(service('https://discovery.example.com/'), []);
	assert.deepEqual(service('https://discovery.example.com/v1'), ['cluster discovery service path should be empty']);
	assert.deepEqual(service('discovery'), [
		'cluster discovery service registry endpoint is invalid: parse "discovery": invalid URI for request',
	]);
});

test('the first thing that is wrong with kube-apiserver', () => {
	const authorizationConfig = [{ type: 'Node', name: 'node' }];
	assert.deepEqual(errorsOf({ apiServer: { authorizationConfig, extraArgs: { v: '2' } } }), []);
	assert.deepEqual(errorsOf({ apiServer: { authorizationConfig: [], extraArgs: { 'authorization-mode': 'RBAC' } } }), [
		'authorization-mode cannot be used in conjunction with AuthorizationConfig, use eitherr AuthorizationConfig or authorization-mode',
	]);
	for (const [authorizer, message] of [
		[null, 'authorizer type must be set'],
		[{ type: 'Node' }, 'authorizer name must be set'],
		[{ type: 'ABAC', name: 'abac' }, 'authorizer type ABAC is not allowed, allowed types are [Node RBAC Webhook]'],
	] as const) {
		assert.deepEqual(errorsOf({ apiServer: { authorizationConfig: [authorizer] } }), [
			`apiserver authorization config validation failed: ${message}`,
		]);
	}
});

test('resources of the components', () => {
	const resources = { limits: { gpu: 1 } };
	assert.deepEqual(errorsOf({ apiServer: { resources }, controllerManager: { resources }, scheduler: { resources } }), [
		'apiserver resource validation failed: unsupported pod resource "gpu"',
		'controller-manager resource validation failed: unsupported pod resource "gpu"',
		'scheduler resource validation failed: unsupported pod resource "gpu"',
	]);
});
