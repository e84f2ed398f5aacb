import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { isAddress } from '../../scalars/subnet.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type Nameserver, type ResolverConfig, resolverConfigSchema } from './resolver-config.gen.ts';

/** How the machine resolves names: name servers, search domains, and the resolver that it runs itself. */
export const resolverConfig: DocumentKind<ResolverConfig> = {
	kind: 'ResolverConfig',
	schema: resolverConfigSchema,
	since: 'v1.12',
	named: false,
	controlPlaneOnly: false,
	validate({ nameservers = [], hostDNS }, problems) {
		for (const feature of ['forwardKubeDNSToHost', 'resolveMemberNames'] as const) {
			if (hostDNS?.[feature] && !hostDNS.enabled) {
				problems.error(['hostDNS', feature], `hostDNS.${feature} cannot be enabled when hostDNS.enabled is false`);
			}
		}
		for (const [index, nameserver] of nameservers.entries()) checkNameserver(nameserver, index, within(problems, 'nameservers', index));
		if (nameservers.length > 0 && nameservers.every(isEncrypted)) problems.warning(['nameservers'], clockWarning);
	},
	conflicts({ hostDNS }, root: RootConfig, problems) {
		const network = root.machine?.network;
		const isSet = (path: string) => `${path} is already set in v1alpha1 config`;
		if (network?.searchDomains) problems.error(['searchDomains'], isSet('.machine.network.searchDomains'));
		else if (network?.nameservers?.some(isAddress)) problems.error(['nameservers'], isSet('.machine.network.nameservers'));
		else if (network?.disableSearchDomain) problems.error(['searchDomains'], isSet('.machine.network.disableSearchDomain'));
		else if (Object.values(hostDNS ?? {}).some((value) => value !== undefined) && root.machine?.features?.hostDNS) {
			problems.error(['hostDNS'], isSet('.machine.features.hostDNS'));
		}
	},
};

const clockWarning =
	'all configured nameservers use encrypted DNS (DoT or DoH): validating certificates requires a correct system clock, ' +
	'so boot may stall when NTP servers are configured by hostname; consider keeping at least one plain-DNS fallback ' +
	'or configuring NTP servers by IP address';

function isEncrypted({ protocol = 'Do53' }: Nameserver): boolean {
	return protocol !== 'Do53';
}

function checkNameserver(nameserver: Nameserver, index: number, problems: Problems): void {
	const { address, protocol = 'Do53', tlsServerName } = nameserver;
	if (isEncrypted(nameserver) && !tlsServerName) {
		problems.error(['tlsServerName'], `tlsServerName must be set when protocol is ${protocol}: entry ${index}`);
	}
	if (!isEncrypted(nameserver) && tlsServerName) {
		problems.error(['tlsServerName'], `tlsServerName must be empty when protocol is ${protocol}: entry ${index}`);
	}
	if (!address) problems.error(['address'], `nameserver address must be a valid IP: entry ${index}`);
}
