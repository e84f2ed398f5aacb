import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { routingRuleConfig } from './routing-rule-config.ts';

const judge = rulesOf(routingRuleConfig);

test('the name of a rule is its priority', () => {
	assert.deepEqual(judge({ name: '1000', table: '100' }).errors, []);
	for (const name of ['0', '32500', '32766', '32767']) {
		assert.deepEqual(judge({ name, table: '100' }).errors, [
			'priority must be between 1 and 32765 (excluding reserved priorities [0 32500 32766 32767])',
		]);
	}
	assert.deepEqual(judge({ name: '4294967296', table: '100' }).errors, [
		'invalid name: must be priority parsable unsigned integer: strconv.ParseUint: parsing "4294967296": value out of range',
	]);
	assert.equal(
		judge({ name: 'x', table: '100' }).errors[0],
		'invalid name: must be priority parsable unsigned integer: strconv.ParseUint: parsing "x": invalid syntax',
	);
});

test('a rule leads to a table, or nowhere', () => {
	const nothing = ['either table or a non-unicast action must be specified'];
	assert.deepEqual(judge({ name: '1000', action: 'prohibit' }).errors, []);
	assert.deepEqual(judge({ name: '1000' }).errors, nothing);
	assert.deepEqual(judge({ name: '1000', action: 'unicast' }).errors, nothing);
	assert.deepEqual(judge({ name: '1000', table: '100', fwMask: 1 }).errors, ['fwMask requires fwMark to be set']);
});
