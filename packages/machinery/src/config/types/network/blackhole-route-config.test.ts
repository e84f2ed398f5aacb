import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { blackholeRouteConfig } from './blackhole-route-config.ts';

const judge = rulesOf(blackholeRouteConfig);

test('the name of a black hole is a network', () => {
	assert.deepEqual(judge({ name: '10.0.0.0/12' }).errors, []);
	assert.deepEqual(judge({ name: '10.0.0.0' }).errors, [`name must be a valid address prefix: netip.ParsePrefix("10.0.0.0"): no '/'`]);
	assert.deepEqual(judge({}).errors, ['name must be specified', `name must be a valid address prefix: netip.ParsePrefix(""): no '/'`]);
});
