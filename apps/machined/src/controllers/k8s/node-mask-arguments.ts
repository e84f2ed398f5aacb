import type { ClusterNetwork } from '@ichor/machinery/effective';
import type { ArgumentMap } from './arguments.ts';

/**
 * How large a share of the pods' networks a node gets, as arguments of the controller manager. It refuses one of a family that the
 * pods have not, and any beside the older argument for both.
 *
 * @param users the arguments that the user has set
 */
export function nodeMaskArguments({ podSubnets, nodeMaskIPv4, nodeMaskIPv6 }: ClusterNetwork, users: ArgumentMap): ArgumentMap {
	if (users['node-cidr-mask-size'] !== undefined) return {};
	const has = (family: 4 | 6) => podSubnets.some((subnet) => subnet.includes(':') === (family === 6));
	return {
		...(has(4) ? { 'node-cidr-mask-size-ipv4': [String(nodeMaskIPv4)] } : {}),
		...(has(6) ? { 'node-cidr-mask-size-ipv6': [String(nodeMaskIPv6)] } : {}),
	};
}
