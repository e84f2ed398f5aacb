import type { ConfigPath, Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { isSubnetOrAddress } from '../../scalars/subnet.ts';
import type { ClusterEtcd } from './cluster.gen.ts';

/** etcd has an authority for its certificates; its addresses are chosen by networks. */
export function checkEtcd({ ca, subnet, advertisedSubnets = [], listenSubnets = [] }: ClusterEtcd, problems: Problems): void {
	if (!ca) problems.error(['ca'], 'key/cert combination should not be empty');
	if (subnet && advertisedSubnets.length > 0) {
		problems.error(['subnet'], "etcd subnet can't be set when advertised subnets are set");
	}
	const advertised = advertisedSubnets.length > 0 ? advertisedSubnets : subnet ? [subnet] : [];
	checkSubnets('advertised', advertised, [advertisedSubnets.length > 0 ? 'advertisedSubnets' : 'subnet'], problems);
	const listen = listenSubnets.length > 0 ? listenSubnets : advertisedSubnets;
	checkSubnets('listen', listen, [listenSubnets.length > 0 ? 'listenSubnets' : 'advertisedSubnets'], problems);
}

function checkSubnets(what: string, filters: readonly string[], path: ConfigPath, problems: Problems): void {
	for (const filter of filters) {
		const subnet = filter.replace(/^!/, '');
		if (!isSubnetOrAddress(subnet)) problems.error(path, `etcd ${what} subnet is not valid: ${quote(subnet)}`);
	}
}
