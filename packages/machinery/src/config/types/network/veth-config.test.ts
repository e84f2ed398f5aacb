import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { vethConfig } from './veth-config.ts';

const judge = rulesOf(vethConfig);

const peer = { name: 'veth1' };

test('both ends have a name that the kernel takes', () => {
	const refusals = {
		'': 'must be specified',
		abcdefghijklmnop: 'must not exceed 15 bytes',
		'..': 'must not be ".."',
		'veth/0': "must not contain '/' or ':'",
		'veth 0': 'must not contain whitespace or non-printable characters',
		'veth\u0007': 'must not contain whitespace or non-printable characters',
	};
	assert.deepEqual(judge({ name: 'véth0', peer }).errors, []);
	for (const [name, message] of Object.entries(refusals)) {
		assert.deepEqual(judge({ name, peer }).errors, [`name ${message}`]);
		assert.deepEqual(judge({ name: 'veth0', peer: { name } }).errors, [`peer name ${message}`]);
	}
});

test('the ends are two, each with the rules of every link', () => {
	assert.deepEqual(judge({ name: 'veth1', peer }).errors, ['name and peer name must be different']);
	assert.deepEqual(judge({ name: 'veth0', addresses: [{}], peer: { ...peer, addresses: [{}] } }).errors, [
		'address 0 must be specified',
		'address 0 must be specified',
	]);
});
