import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';
import { canonicalAddr } from '../scalars/ip-text.ts';
import { isAddress } from '../scalars/subnet.ts';
import type { DNSProtocol } from '../types/scalars.gen.ts';

export interface Resolver {
	readonly nameservers: readonly { readonly address: string; readonly protocol: DNSProtocol; readonly tlsServerName: string }[];
	/** Undefined when nothing is said about them; empty when there shall be none. */
	readonly searchDomains: readonly string[] | undefined;
	/** The domain of the machine's own name is not searched. */
	readonly disableSearchDomain: boolean;
}

export interface HostDNS {
	readonly enabled: boolean;
	readonly forwardKubeDNSToHost: boolean;
	readonly resolveMemberNames: boolean;
}

export interface StaticHost {
	readonly address: string;
	readonly names: readonly string[];
}

/** How names are resolved, from the document or else from the root document; undefined when neither is there. */
export function resolver(config: MachineConfig): Resolver | undefined {
	const [document] = documentsOf(config, 'ResolverConfig');
	if (document !== undefined) {
		const { nameservers = [], searchDomains } = document.value;
		return {
			nameservers: nameservers.map(({ address = '', protocol = 'Do53', tlsServerName = '' }) => ({ address, protocol, tlsServerName })),
			searchDomains: searchDomains?.domains,
			disableSearchDomain: searchDomains?.disableDefault ?? false,
		};
	}
	const root = rootOf(config);
	if (root === undefined) return undefined;
	const { nameservers = [], searchDomains, disableSearchDomain = false } = root.machine?.network ?? {};
	const readable = nameservers.filter(isAddress).map(canonicalAddr);
	return {
		nameservers: readable.map((address) => ({ address, protocol: 'Do53', tlsServerName: '' })),
		searchDomains,
		disableSearchDomain,
	};
}

/**
 * The resolver that the machine runs itself: the document's when it switches it on, or else the root document's. Undefined
 * when neither says anything.
 */
export function hostDNS(config: MachineConfig): HostDNS | undefined {
	const document = documentsOf(config, 'ResolverConfig')[0]?.value.hostDNS;
	const source = document?.enabled ? document : rootOf(config)?.machine?.features?.hostDNS;
	if (source === undefined) return undefined;
	const { enabled = false, forwardKubeDNSToHost = false, resolveMemberNames = false } = source;
	return { enabled, forwardKubeDNSToHost, resolveMemberNames };
}

/** What goes into /etc/hosts: the root document's entries, then those of the documents. */
export function staticHosts(config: MachineConfig): readonly StaticHost[] {
	const legacy = (rootOf(config)?.machine?.network?.extraHostEntries ?? []).flatMap((entry) =>
		entry === null ? [] : [{ address: entry.ip ?? '', names: entry.aliases ?? [] }],
	);
	const documents = documentsOf(config, 'StaticHostConfig').map(({ value }) => ({
		address: value.name ?? '',
		names: value.hostnames ?? [],
	}));
	return [...legacy, ...documents];
}
