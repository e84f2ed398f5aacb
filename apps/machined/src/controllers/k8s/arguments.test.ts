import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { argumentList, mergeArguments } from './arguments.ts';

describe('arguments of a component', () => {
	test('the user has the last word, adds to lists, and repeats what may be repeated', () => {
		const merged = mergeArguments(
			{ 'feature-gates': ['A=true'], 'bind-address': ['0.0.0.0'] },
			{ 'feature-gates': ['B=true, A=true', 'C=false'], 'bind-address': ['::'], 'oidc-scope': ['a', 'b'] },
			{ 'feature-gates': 'additive' },
		);
		assert.deepEqual(argumentList(merged), [
			'--bind-address=::',
			'--feature-gates=A=true,B=true,C=false',
			'--oidc-scope=a',
			'--oidc-scope=b',
		]);
	});

	test('what is not the user’s to say is refused by name', () => {
		assert.throws(() => mergeArguments({}, { 'etcd-servers': ['x'] }, { 'etcd-servers': 'denied' }), /"etcd-servers" is not allowed/);
	});
});
