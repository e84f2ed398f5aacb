import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeProxyConfig } from './kube-proxy-config.ts';

const judge = rulesOf(kubeProxyConfig);
const conflicts = conflictsOf(kubeProxyConfig);

test('nftables is the mode, the old ones still work', () => {
	assert.deepEqual(judge({ image: 'x', mode: 'nftables' }), { errors: [], warnings: [] });
	assert.deepEqual(judge({ image: 'x', mode: 'ipvs' }).warnings, [
		'proxy mode "ipvs" is not recommended, please switch to nftables if possible',
	]);
	assert.deepEqual(judge({ image: 'x', mode: 'userspace' }).errors, [
		'invalid proxy mode "userspace": supported modes are iptables, ipvs and nftables',
	]);
});

test('settings go into the configuration, not into arguments', () => {
	assert.deepEqual(judge({ extraArgs: { v: '2' } }), {
		errors: ['proxy image cannot be empty'],
		warnings: ['extra arguments for kube-proxy may not work as expected, please use configuration instead'],
	});
	assert.deepEqual(judge({ enabled: false, mode: 'userspace', extraArgs: { v: '2' } }), { errors: [], warnings: [] });
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: {} }), []);
	assert.deepEqual(conflicts({}, { cluster: { proxy: {} } }), [
		"cluster proxy config in v1alpha1 config (.machine.cluster.proxy) can't be used with KubeProxyConfig document, " +
			'please remove it to avoid conflicts',
	]);
});
