import { NfTablesChainSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { choice, flag, list, named, optional, prefix, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { kernelWord } from './fields.ts';

const verdict = choice({ drop: 0, accept: 1 });
const linkNames = record({ interfaceName: named('interfaceNames', list(text)), operator: choice({ '==': 0, '!=': 1 }) });
const mark = record({ mask: optional(whole), xor: optional(whole), value: optional(whole) });
const subnets = record({ includeSubnets: optional(list(prefix)), excludeSubnets: optional(list(prefix)), invert: optional(flag) });
const portRanges = record({ ranges: optional(list(record({ lo: whole, hi: whole }))) });

/** linux/netfilter_ipv4.h, and the extremes of its type. */
export const chainPriorities = {
	first: -2147483648,
	'conntrack-defrag': -400,
	raw: -300,
	'selinux-first': -225,
	conntrack: -200,
	mangle: -150,
	'nat-dest': -100,
	filter: 0,
	security: 50,
	'nat-source': 100,
	'selinux-last': 225,
	'conntrack-helper': 300,
	last: 2147483647,
} as const;

/** enum nf_inet_hooks of linux/netfilter.h. */
export const chainHooks = { prerouting: 0, input: 1, forward: 2, output: 3, postrouting: 4 } as const;

/** Bits of a connection's state as nftables matches them. */
export const connectionStates = { new: 8, related: 4, established: 2, invalid: 1 } as const;

/** IPPROTO_* of protocols(5). */
export const layer4Protocols = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

/** linux/icmp.h. */
export const icmpTypes = { 'timestamp-request': 13, 'timestamp-reply': 14, 'address-mask-request': 17, 'address-mask-reply': 18 } as const;

/** What a packet must be for a rule, and what happens to it then. */
export const nfTablesRuleFields = {
	matchIIfName: optional(linkNames),
	matchOIfName: optional(linkNames),
	matchMark: optional(mark),
	matchConntrackState: optional(record({ states: list(kernelWord('ConntrackState', connectionStates)) })),
	matchSourceAddress: optional(subnets),
	matchDestinationAddress: optional(subnets),
	matchLayer4: optional(
		record({
			protocol: kernelWord('Protocol', layer4Protocols),
			matchSourcePort: optional(portRanges),
			matchDestinationPort: optional(portRanges),
			matchICMPType: named('matchIcmpType', optional(record({ types: list(kernelWord('ICMPType', icmpTypes)) }))),
		}),
	),
	matchLimit: optional(record({ packetRatePerSecond: whole })),
	clampMSS: named('clampMss', optional(record({ mtu: whole }))),
	setMark: optional(mark),
	anonymousCounter: named('anonCounter', optional(flag)),
	verdict: optional(verdict),
};

/** A chain of the packet filter that must be there; its id is its name. */
export const NfTablesChain = defineResource({
	type: 'NfTablesChains.net.talos.dev',
	namespace: 'network',
	aliases: ['chain', 'chains'],
	printColumns: [
		{ name: 'Type', jsonPath: '{.type}' },
		{ name: 'Hook', jsonPath: '{.hook}' },
		{ name: 'Priority', jsonPath: '{.priority}' },
		{ name: 'Policy', jsonPath: '{.policy}' },
	],
	codec: specCodec(NfTablesChainSpecSchema, {
		type: text,
		hook: choice(chainHooks),
		priority: kernelWord('NfTablesChainPriority', chainPriorities),
		policy: verdict,
		rules: list(record(nfTablesRuleFields)),
	}),
});

export type NfTablesChainSpec = SpecOf<typeof NfTablesChain>;
export type NfTablesRule = NfTablesChainSpec['rules'][number];
