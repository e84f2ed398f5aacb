// Generated from model/network/resolver-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Addr, DNSProtocol } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * How the machine resolves names.
 * Takes the place of `machine.network.nameservers`, `machine.network.searchDomains` and, with `hostDNS`, of
 * `machine.features.hostDNS`; with both, the configuration is refused.
 */
export interface ResolverConfig extends DocumentMeta {
	/**
	 * Servers to ask, instead of those of DHCP and the platform.
	 * Pods' names are resolved through them too. Absent and with none from elsewhere, 1.1.1.1 and 8.8.8.8.
	 */
	readonly nameservers?: readonly Nameserver[];
	/** Domains in which short names are looked up. */
	readonly searchDomains?: SearchDomains;
	/**
	 * A resolver on the machine that remembers answers.
	 * @since v1.14
	 */
	readonly hostDNS?: HostDNS;
}

/** A server that resolves names. */
export interface Nameserver {
	/** Address of the server. */
	readonly address?: Addr;
	/**
	 * How the server is spoken with: plain, over TLS (port 853), or over HTTPS (port 443).
	 * The encrypted ones need `hostDNS`, and a clock that is right: keep one plain server, or time servers given by
	 * address.
	 * @default Do53
	 * @since v1.14
	 */
	readonly protocol?: DNSProtocol;
	/**
	 * Name that the server's certificate must bear; required for `DoT` and `DoH`, refused otherwise.
	 * @since v1.14
	 */
	readonly tlsServerName?: string;
}

/** Domains in which short names are looked up. */
export interface SearchDomains {
	/**
	 * The domains, in this order, instead of those of DHCP and the platform.
	 * An empty list means none at all; absent, those from elsewhere count.
	 */
	readonly domains?: readonly string[];
	/**
	 * Leaves out the domain of the machine's own name.
	 * @default false
	 */
	readonly disableDefault?: boolean;
}

/** The machine's own resolver. */
export interface HostDNS {
	/**
	 * Runs the resolver, for the system and for host-network pods.
	 * @default false
	 */
	readonly enabled?: boolean;
	/**
	 * Lets CoreDNS ask the machine's resolver instead of the servers themselves.
	 * Needs `enabled`.
	 * @default false
	 */
	readonly forwardKubeDNSToHost?: boolean;
	/**
	 * Answers for the names of the cluster's machines, as discovery knows them.
	 * Needs `enabled`, and cluster discovery.
	 * @default false
	 */
	readonly resolveMemberNames?: boolean;
}

export const nameserverSchema: StructSchema = {
	name: 'network.NameserverConfig',
	fields: [
		{ name: 'address', type: scalar.addr },
		{ name: 'protocol', type: scalar.dnsProtocol, omitEmpty: true },
		{ name: 'tlsServerName', type: scalar.string, omitEmpty: true },
	],
};

export const searchDomainsSchema: StructSchema = {
	name: 'network.SearchDomainsConfig',
	fields: [
		{ name: 'domains', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'disableDefault', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const hostDNSSchema: StructSchema = {
	name: 'network.HostDNSConfig',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'forwardKubeDNSToHost', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'resolveMemberNames', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const resolverConfigSchema: StructSchema = {
	name: 'network.ResolverConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'nameservers', type: { of: 'list', item: { of: 'struct', struct: nameserverSchema } }, omitEmpty: true },
		{ name: 'searchDomains', type: { of: 'struct', struct: searchDomainsSchema }, omitEmpty: true },
		{ name: 'hostDNS', type: { of: 'struct', struct: hostDNSSchema }, omitEmpty: true },
	],
};
