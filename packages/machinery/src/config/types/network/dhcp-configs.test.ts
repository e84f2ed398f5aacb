import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { dhcpv4Config } from './dhcpv4-config.ts';
import { dhcpv6Config } from './dhcpv6-config.ts';

for (const { kind, judge } of [
	{ kind: 'DHCPv4Config', judge: rulesOf(dhcpv4Config) },
	{ kind: 'DHCPv6Config', judge: rulesOf(dhcpv6Config) },
]) {
	test(`${kind}: a DUID is given exactly when it is used`, () => {
		assert.deepEqual(judge({ name: 'eth0' }).errors, []);
		assert.deepEqual(judge({ name: 'eth0', clientIdentifier: 'duid', duidRaw: '00:01' }).errors, []);
		assert.deepEqual(judge({ name: 'eth0', clientIdentifier: 'mac', duidRaw: '00:01' }).errors, [
			"duidRaw can only be set if clientIdentifier is 'duid'",
		]);
		assert.deepEqual(judge({ clientIdentifier: 'duid' }).errors, [
			'name must be specified',
			"duidRaw must be set if clientIdentifier is 'duid'",
		]);
	});
}
