import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { networkRuleConfig } from './network-rule-config.ts';

const judge = rulesOf(networkRuleConfig);

const rule = { name: 'kubelet', portSelector: { ports: [10250], protocol: 'tcp' } } as const;

test('a rule is of ports that do not overlap', () => {
	assert.deepEqual(judge({ ...rule, ingress: [{ subnet: '10.0.0.0/8', except: '10.0.0.1/32' }] }).errors, []);
	assert.deepEqual(judge({ ...rule, portSelector: { ports: [80, '1000-2000', '1500-2500'] } }).errors, [
		'invalid port range: 1500-2500, overlaps with 1000-2000',
	]);
	assert.deepEqual(judge({ ...rule, portSelector: { ports: ['90-80'] } }).errors, ['invalid port range: 90-80']);
});

test('the first problem is named', () => {
	assert.deepEqual(judge({}).errors, ['name is required']);
	assert.deepEqual(judge({ name: 'kubelet' }).errors, ['portSelector.ports is required']);
	assert.deepEqual(judge({ ...rule, ingress: [{}] }).errors, ['invalid subnet: invalid Prefix']);
});
