import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { linkConfig } from './link-config.ts';

const judge = rulesOf(linkConfig);

test('a link needs a name', () => {
	assert.deepEqual(judge({ name: 'enp0s2' }).errors, []);
	assert.deepEqual(judge({}).errors, ['name must be specified']);
});

test('addresses and routes name something', () => {
	const link = {
		name: 'enp0s2',
		addresses: [{ address: '192.0.2.1/24' }, {}, { address: '0.0.0.0/0' }],
		routes: [{ gateway: 'fe80::1' }, { destination: '::/0', gateway: '0.0.0.0', source: '::' }],
	};
	assert.deepEqual(judge(link).errors, [
		'address 1 must be specified',
		'address 2 must be a valid IP address',
		'route 1 destination must be a valid IP prefix',
		'route 1 gateway must be a valid IP address',
		'route 1 source must be a valid IP address',
	]);
});
