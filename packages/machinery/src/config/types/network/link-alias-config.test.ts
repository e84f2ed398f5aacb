import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { linkAliasConfig } from './link-alias-config.ts';

const judge = rulesOf(linkAliasConfig);

const selector = { match: 'link.driver == "e1000"' };

test('an alias is for a link that an expression chooses', () => {
	assert.deepEqual(judge({ name: 'int0', selector }).errors, []);
	assert.deepEqual(judge({}).errors, ['name must be specified', 'link selector is required']);
	assert.match(
		judge({ name: 'int0', selector: { match: 'link.speed' } }).errors[0] ?? '',
		/^link selector is invalid: ERROR: <input>:1:5: /,
	);
});

test('aliases are numbered at their end', () => {
	assert.deepEqual(judge({ name: 'net%d', selector }).errors, []);
	for (const name of ['%d', 'net%s', 'net%d0', 'net%d%d', 'net%']) {
		assert.deepEqual(judge({ name, selector }).errors, [`name "${name}" contains an invalid format verb, use %d suffix`]);
	}
});
