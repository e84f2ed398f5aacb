import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { resolverConfig } from './resolver-config.ts';

const judge = rulesOf(resolverConfig);

test('name servers have addresses, and a name where it is checked', () => {
	const nameservers = [
		{ address: '192.0.2.1' },
		{ address: '192.0.2.1', protocol: 'DoT', tlsServerName: 'dns.example.com' },
		{ address: '192.0.2.1', protocol: 'DoH' },
		{ tlsServerName: 'dns.example.com' },
	] as const;
	assert.deepEqual(judge({ nameservers }), {
		errors: [
			'tlsServerName must be set when protocol is DoH: entry 2',
			'tlsServerName must be empty when protocol is Do53: entry 3',
			'nameserver address must be a valid IP: entry 3',
		],
		warnings: [],
	});
});

test('encrypted DNS alone waits for a clock that waits for DNS', () => {
	const encrypted = { address: '192.0.2.1', protocol: 'DoT', tlsServerName: 'dns.example.com' } as const;
	assert.match(judge({ nameservers: [encrypted] }).warnings[0] ?? '', /^all configured nameservers use encrypted DNS/);
	assert.deepEqual(judge({ nameservers: [encrypted, { address: '192.0.2.2' }] }).warnings, []);
});

test('features of the own resolver need it to run', () => {
	assert.deepEqual(judge({ hostDNS: { forwardKubeDNSToHost: true, resolveMemberNames: true } }).errors, [
		'hostDNS.forwardKubeDNSToHost cannot be enabled when hostDNS.enabled is false',
		'hostDNS.resolveMemberNames cannot be enabled when hostDNS.enabled is false',
	]);
});

test('the root document resolves nothing', () => {
	const conflicts = conflictsOf(resolverConfig);
	const isSet = (path: string) => [`${path} is already set in v1alpha1 config`];
	assert.deepEqual(conflicts({}, { machine: { network: { searchDomains: [] } } }), isSet('.machine.network.searchDomains'));
	assert.deepEqual(conflicts({}, { machine: { network: { nameservers: ['192.0.2.1'] } } }), isSet('.machine.network.nameservers'));
	assert.deepEqual(conflicts({}, { machine: { network: { nameservers: ['no address'] } } }), []);
	assert.deepEqual(conflicts({}, { machine: { network: { disableSearchDomain: true } } }), isSet('.machine.network.disableSearchDomain'));
	assert.deepEqual(conflicts({}, { machine: { features: { hostDNS: {} } } }), []);
	assert.deepEqual(
		conflicts({ hostDNS: { enabled: false } }, { machine: { features: { hostDNS: {} } } }),
		isSet('.machine.features.hostDNS'),
	);
});
