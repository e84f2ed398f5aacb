import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { hostDNS, resolver, staticHosts } from './resolver.ts';

test('name servers of the root document are those that are addresses', () => {
	const network = { nameservers: ['2001:DB8::1', 'dns.example.com'], searchDomains: [], disableSearchDomain: true };
	assert.deepEqual(resolver(configOf({ v1alpha1: { machine: { network } } })), {
		nameservers: [{ address: '2001:db8::1', protocol: 'Do53', tlsServerName: '' }],
		searchDomains: [],
		disableSearchDomain: true,
	});
	assert.deepEqual(resolver(configOf({ v1alpha1: { machine: { network } }, ResolverConfig: {} })), {
		nameservers: [],
		searchDomains: undefined,
		disableSearchDomain: false,
	});
	assert.equal(resolver(configOf({})), undefined);
});

test('the own resolver is of the document that switches it on, or else of the root document', () => {
	const root = { machine: { features: { hostDNS: { enabled: true } } } };
	const off = { enabled: true, forwardKubeDNSToHost: false, resolveMemberNames: false };
	assert.deepEqual(hostDNS(configOf({ v1alpha1: root, ResolverConfig: { hostDNS: { enabled: false, resolveMemberNames: true } } })), off);
	assert.deepEqual(hostDNS(configOf({ v1alpha1: root, ResolverConfig: { hostDNS: { enabled: true, resolveMemberNames: true } } })), {
		...off,
		resolveMemberNames: true,
	});
	assert.equal(hostDNS(configOf({ ResolverConfig: { hostDNS: { enabled: false } } })), undefined);
});

test('hosts of both are known', () => {
	const root = { machine: { network: { extraHostEntries: [{ ip: '192.0.2.1', aliases: ['a'] }, null] } } };
	assert.deepEqual(staticHosts(configOf({ v1alpha1: root, StaticHostConfig: { name: '192.0.2.2', hostnames: ['b'] } })), [
		{ address: '192.0.2.1', names: ['a'] },
		{ address: '192.0.2.2', names: ['b'] },
	]);
});
