import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ComponentCommand, findRemoved, removedText } from './removed-findings.ts';
import { removedItems } from './removed-items.ts';

const removed = removedItems('1.24->1.25') ?? {};
const command = (more: Partial<ComponentCommand>): ComponentCommand => ({
	node: '10.5.0.2',
	component: 'kube-apiserver',
	arguments: [],
	...more,
});

describe('what the next version removes', () => {
	test('is found in arguments, lists of gates and lists of plugins', () => {
		const found = findRemoved(
			command({
				arguments: [
					'/usr/local/bin/kube-apiserver',
					'--feature-gates=UserNamespaces=true,CSIVolumeFSGroupPolicy=true',
					'--feature-gates=kube:SelectorIndex=false',
					'--enable-admission-plugins=NodeRestriction,PodSecurityPolicy',
					'--service-account-api-audiences=api',
				],
			}),
			removed,
		);
		assert.deepEqual(
			found.map(({ kind, value }) => `${kind} ${value}`),
			[
				'ADMISSION PLUGIN PodSecurityPolicy',
				'FEATURE GATE CSIVolumeFSGroupPolicy',
				'FEATURE GATE SelectorIndex',
				'FLAG service-account-api-audiences',
			],
		);
	});

	test('is another component’s flag, or a longer one, no less allowed', () => {
		const flags = ['--service-account-api-audiences=api', '--deleting-pods-qps-more=1'];
		assert.deepEqual(findRemoved(command({ component: 'kube-scheduler', arguments: flags }), removed), []);
	});

	test('is found in the configuration file of the kubelet', () => {
		const found = findRemoved(
			command({ component: 'kubelet', featureGates: ['MemoryManager', 'KubeletPSI'] }),
			removedItems('1.35->1.36') ?? {},
		);
		assert.deepEqual(
			found.map(({ value }) => value),
			['MemoryManager'],
		);
	});

	test('is told in tables', () => {
		const found = findRemoved(
			command({ arguments: ['--enable-admission-plugins=PodSecurityPolicy', '--service-account-api-audiences=a'] }),
			removed,
		);
		assert.equal(
			removedText(found, new Map([['podsecuritypolicies.v1beta1.policy', 2]])),
			[
				'',
				'NODE       COMPONENT        REMOVED ADMISSION PLUGIN',
				'10.5.0.2   kube-apiserver   PodSecurityPolicy',
				'',
				'NODE       COMPONENT        REMOVED FLAG',
				'10.5.0.2   kube-apiserver   service-account-api-audiences',
				'',
				'REMOVED RESOURCE                     COUNT',
				'podsecuritypolicies.v1beta1.policy   2',
				'',
			].join('\n'),
		);
		assert.equal(removedText([], new Map()), '');
	});
});
