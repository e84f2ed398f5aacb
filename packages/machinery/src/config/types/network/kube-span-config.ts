import type { DocumentKind } from '../../document.ts';
import { quote } from '../../quote.ts';
import { isSubnetOrAddress } from '../../scalars/subnet.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type KubeSpanConfig, kubeSpanConfigSchema } from './kube-span-config.gen.ts';

/** The least that IPv6 works with (RFC 8200, 5). */
export const lowestKubeSpanMTU = 1280;

/** The encrypted mesh between all machines of a cluster. */
export const kubeSpanConfig: DocumentKind<KubeSpanConfig> = {
	kind: 'KubeSpanConfig',
	schema: kubeSpanConfigSchema,
	since: 'v1.13',
	named: false,
	controlPlaneOnly: false,
	validate({ mtu, filters }, problems) {
		if (mtu !== undefined && mtu < lowestKubeSpanMTU) {
			problems.error(['mtu'], `kubespan link MTU must be at least ${lowestKubeSpanMTU}`);
		}
		for (const [index, filter] of (filters?.endpoints ?? []).entries()) {
			const subnet = filter.replace(/^!/, '');
			if (!isSubnetOrAddress(subnet)) {
				problems.error(['filters', 'endpoints', index], `KubeSpan endpoint filter is not valid: ${quote(subnet)}`);
			}
		}
	},
	conflicts(_document, root: RootConfig, problems) {
		if (root.machine?.network?.kubespan) problems.error([], 'kubespan is already configured in v1alpha1 machine.network.kubespan');
	},
};
