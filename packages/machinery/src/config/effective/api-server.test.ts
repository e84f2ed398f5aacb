import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { admissionPlugins, apiServer, auditPolicy, authentication, authorizers } from './api-server.ts';

test('kube-apiserver of the root document has defaults, and volumes named by their paths', () => {
	const extraVolumes = [{ hostPath: '/var/lib/auth', mountPath: '/etc/kubernetes/auth_v1.d/', readonly: true }];
	const found = apiServer(
		configOf({ v1alpha1: { cluster: { apiServer: { extraVolumes, extraArgs: { v: '2', w: '', x: ['a', 'b'] } } } } }),
	);
	assert.match(found?.image ?? '', /^registry\.k8s\.io\/kube-apiserver:v1\.\d+\.\d+$/);
	assert.deepEqual(
		found?.extraArgs,
		new Map([
			['v', ['2']],
			['w', []],
			['x', ['a', 'b']],
		]),
	);
	assert.deepEqual(found?.extraVolumes, [
		{ name: 'etc-kubernetes-auth-v1-d', hostPath: '/var/lib/auth', mountPath: '/etc/kubernetes/auth_v1.d/', readOnly: true },
	]);
	assert.deepEqual([found?.apiPort, found?.injectsDefaultAuthorizers, found?.usesAuthenticationConfig], [6443, true, false]);
	assert.equal(apiServer(configOf({})), undefined);
});

test('kube-apiserver of the document is what it says', () => {
	const resources = { requests: { cpu: 1, memory: '1Gi' }, limits: { cpu: { not: 'a quantity' } } };
	const found = apiServer(configOf({ v1alpha1: {}, KubeAPIServerConfig: { image: 'x:v1', apiPort: 8443, resources } }));
	assert.deepEqual([found?.image, found?.apiPort, found?.startupProbes, found?.usesAuthenticationConfig], ['x:v1', 8443, true, true]);
	assert.deepEqual(found?.resources, { cpuRequests: '1', memoryRequests: '1Gi', cpuLimits: '', memoryLimits: '' });
	assert.deepEqual(
		found?.extraVolumes.map(({ name }) => name),
		['ca-roots'],
	);
});

test('what surrounds it comes from documents, or else from the root document', () => {
	const apiServerSection = { admissionControl: [{ name: 'Old' }], authorizationConfig: [{ name: 'old', type: 'Node' }], auditPolicy: {} };
	const legacy = { v1alpha1: { cluster: { apiServer: apiServerSection } } };
	assert.deepEqual(admissionPlugins(configOf(legacy)), [{ name: 'Old', configuration: {} }]);
	assert.deepEqual(authorizers(configOf(legacy)), [{ name: 'old', type: 'Node', webhook: {} }]);
	assert.deepEqual(auditPolicy(configOf(legacy)), { apiVersion: 'audit.k8s.io/v1', kind: 'Policy', rules: [{ level: 'Metadata' }] });
	assert.equal(authentication(configOf(legacy)), undefined);
	const documents = {
		...legacy,
		KubeAdmissionControlConfig: { name: 'New' },
		KubeAuthorizerConfig: { name: 'new', type: 'RBAC' },
		KubeAuditPolicyConfig: { configuration: { kind: 'Policy' } },
		KubeAuthenticationConfig: { configuration: { jwt: [] } },
	};
	assert.deepEqual(admissionPlugins(configOf(documents)), [{ name: 'New', configuration: {} }]);
	assert.deepEqual(authorizers(configOf(documents)), [{ name: 'new', type: 'RBAC', webhook: {} }]);
	assert.deepEqual(auditPolicy(configOf(documents)), { kind: 'Policy' });
	assert.deepEqual(authentication(configOf(documents)), { jwt: [] });
});
