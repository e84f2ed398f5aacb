import type { ClusterNetwork } from '@ichor/machinery/effective';
import type { ArgumentMap } from './arguments.ts';

/** How large a share of the pods' networks a node gets, as arguments of the controller manager; one of a family that the pods have not, it refuses. */
export function nodeMaskArguments({ podSubnets, nodeMaskIPv4, nodeMaskIPv6 }: ClusterNetwork): ArgumentMap {
	const has = (family: 4 | 6) => podSubnets.some((subnet) => subnet.includes(':') === (family === 6));
	return {
		...(has(4) ? { 'node-cidr-mask-size-ipv4': [String(nodeMaskIPv4)] } : {}),
		...(has(6) ? { 'node-cidr-mask-size-ipv6': [String(nodeMaskIPv6)] } : {}),
	};
}
