import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReference, referenceText } from './object-reference.ts';

test('an object is referred to as cli-utils writes it', () => {
	const metadata = { name: 'coredns', namespace: 'kube-system' };
	assert.equal(referenceText({ apiVersion: 'apps/v1', kind: 'Deployment', metadata }), 'kube-system_coredns_apps_Deployment');
	const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'system:node' } };
	assert.equal(referenceText(role), '_system__node_rbac.authorization.k8s.io_ClusterRole');
	assert.deepEqual(parseReference('kube-system_kube-dns__Service'), {
		apiVersion: '',
		kind: 'Service',
		metadata: { name: 'kube-dns', namespace: 'kube-system' },
	});
	assert.equal(parseReference('no reference'), undefined);
});

test('what is written is read again', () => {
	const label = fc.stringMatching(/^[a-z][a-z0-9.-]{0,10}$/);
	const name = fc.stringMatching(/^[a-z][a-z0-9.:-]{0,8}[a-z]$/).filter((text) => !text.includes('::'));
	fc.assert(
		fc.property(fc.option(label, { nil: undefined }), name, label, label, (namespace, objectName, group, kind) => {
			const metadata = { name: objectName, ...(namespace === undefined ? {} : { namespace }) };
			const written = referenceText({ apiVersion: `${group}/v1`, kind, metadata });
			assert.deepEqual(parseReference(written), { apiVersion: `${group}/`, kind, metadata });
		}),
	);
});
