import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { bondConfig } from './bond-config.ts';

const judge = rulesOf(bondConfig);

const bond = { name: 'bond0', links: ['eth0', 'eth1'], bondMode: 'active-backup' } as const;

test('a bond is of links and has a mode', () => {
	assert.deepEqual(judge(bond), { errors: [], warnings: [] });
	assert.deepEqual(judge({}).errors, ['name must be specified', 'at least one link must be specified', 'bond mode must be specified']);
});

test('LACP without monitoring is allowed, but not meant', () => {
	assert.deepEqual(judge({ ...bond, bondMode: '802.3ad', miimon: 0 }), {
		errors: [],
		warnings: ['updelay was not specified for 802.3ad bond', 'downdelay was not specified for 802.3ad bond'],
	});
});

test('the primary link is one of the bond, in a mode with one active link', () => {
	assert.deepEqual(judge({ ...bond, primary: 'eth1' }).errors, []);
	assert.deepEqual(judge({ ...bond, primary: '' }).errors, ["primary link name can't be empty"]);
	assert.deepEqual(judge({ ...bond, primary: 'eth9', bondMode: 'broadcast' }).errors, [
		'primary link "eth9" is not in the list of bonded links',
		'primary link is not supported in "broadcast" bond mode',
	]);
	assert.deepEqual(judge({ ...bond, primaryReselect: 'always' }).warnings, ['primaryReselect has no effect unless primary is specified']);
});
