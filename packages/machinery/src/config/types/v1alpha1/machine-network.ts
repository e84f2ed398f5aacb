import type { Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { parsePrefix } from '../../scalars/ip.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';
import { isSubnetOrAddress } from '../../scalars/subnet.ts';
import { lowestKubeSpanMTU } from '../network/kube-span-config.ts';
import type { MachineKubeSpan } from './machine-network.gen.ts';

/** The mesh carries IPv6. No MTU, or 0, means the default. */
export function checkKubeSpanMTU(kubespan: MachineKubeSpan | undefined, problems: Problems): void {
	if (!kubespan?.enabled || !kubespan.mtu || kubespan.mtu >= lowestKubeSpanMTU) return;
	problems.error(['mtu'], `kubespan link MTU must be at least ${lowestKubeSpanMTU}`);
}

/** Filters are networks; one of endpoints may be an address, and turned around by `!`. */
export function checkKubeSpanFilters(kubespan: MachineKubeSpan | undefined, problems: Problems): void {
	if (!kubespan?.enabled) return;
	const { endpoints = [], excludeAdvertisedNetworks = [] } = kubespan.filters ?? {};
	for (const [index, filter] of endpoints.entries()) {
		const subnet = filter.replace(/^!/, '');
		if (isSubnetOrAddress(subnet)) continue;
		problems.error(['filters', 'endpoints', index], `KubeSpan endpoint filter is not valid: ${quote(subnet)}`);
	}
	for (const [index, network] of excludeAdvertisedNetworks.entries()) {
		if (!(attempt(() => parsePrefix(network)) instanceof TextRefusal)) continue;
		problems.error(
			['filters', 'excludeAdvertisedNetworks', index],
			`KubeSpan exclude advertised networks filter is not valid: ${quote(network)}`,
		);
	}
}
