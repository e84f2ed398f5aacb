import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeMaskArguments } from './node-mask-arguments.ts';

test('the shares of nodes are told for the families that pods have', () => {
	const network = { dnsDomain: '', serviceSubnets: [], nodeMaskIPv4: 25, nodeMaskIPv6: 80 };
	assert.deepEqual(nodeMaskArguments({ ...network, podSubnets: ['10.244.0.0/16'] }, {}), { 'node-cidr-mask-size-ipv4': ['25'] });
	assert.deepEqual(nodeMaskArguments({ ...network, podSubnets: ['10.244.0.0/16', 'fd00::/56'] }, {}), {
		'node-cidr-mask-size-ipv4': ['25'],
		'node-cidr-mask-size-ipv6': ['80'],
	});
	assert.deepEqual(nodeMaskArguments({ ...network, podSubnets: ['10.244.0.0/16'] }, { 'node-cidr-mask-size': ['26'] }), {});
});
