import { type IPPrefix, parsePrefix } from '../../scalars/ip.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';
import { hostBits, isMasked } from '../../scalars/subnet.ts';

/** How long the prefix of one node's pods is when nothing else is said. */
export const defaultNodeMask = { ipv4: 24, ipv6: 64 } as const;

/** How long the prefix of one node's pods is, for each version of IP; undefined when what was configured is no length. */
export interface NodeMasks {
	readonly ipv4: number | undefined;
	readonly ipv6: number | undefined;
}

/** Why these cannot be the networks of a cluster's pods: each is cut into one piece for every node. */
export function podSubnetsProblem(subnets: readonly string[], nodeMasks: NodeMasks): string | undefined {
	return subnetsProblem(subnets, (text, { address, length }) => {
		const mask = address.bits === 32 ? nodeMasks.ipv4 : nodeMasks.ipv6;
		if (mask === undefined) return undefined;
		if (length > mask) return `invalid subnet: ${text} is smaller than the per-node pod CIDR mask size /${mask}`;
		if (mask - length <= nodeIndexBits) return undefined;
		return (
			`invalid subnet: ${text} is too large for the per-node pod CIDR mask size /${mask}, ` +
			`the difference must be at most ${nodeIndexBits} bits`
		);
	});
}

/** Why these cannot be the networks of a cluster's services. */
export function serviceSubnetsProblem(subnets: readonly string[]): string | undefined {
	return subnetsProblem(subnets, (text, prefix) => {
		if (hostBits(prefix) <= serviceBits) return undefined;
		const shortest = prefix.address.bits - serviceBits;
		return `invalid subnet: ${text} is too large, it must be at least /${shortest} (at most ${serviceBits} host identifier bits)`;
	});
}

/** kube-controller-manager counts nodes in this many bits. */
const nodeIndexBits = 16;

/** kube-apiserver counts services in this many bits. */
const serviceBits = 20;

/** Less would leave no room for a network. */
const fewestHostBits = 4;

type SizeRule = (text: string, prefix: IPPrefix) => string | undefined;

function subnetsProblem(subnets: readonly string[], sizeProblem: SizeRule): string | undefined {
	if (subnets.length === 0) return 'at least one subnet must be specified';
	if (subnets.length > 2) return 'at most two subnets can be specified for dual-stack clusters';
	const families: number[] = [];
	for (const text of subnets) {
		const prefix = attempt(() => parsePrefix(text));
		if (prefix instanceof TextRefusal) return 'invalid subnet: invalid Prefix';
		const problem = shapeProblem(text, prefix) ?? sizeProblem(text, prefix);
		if (problem !== undefined) return problem;
		families.push(prefix.address.bits);
	}
	return new Set(families).size === families.length
		? undefined
		: 'at most one IPv4 and one IPv6 subnet can be specified for dual-stack clusters';
}

function shapeProblem(text: string, prefix: IPPrefix): string | undefined {
	if (!isMasked(prefix)) return `invalid subnet: ${text} is not a valid CIDR`;
	if (hostBits(prefix) >= fewestHostBits) return undefined;
	return `invalid subnet: /${prefix.length} is too small, it must be larger than /${prefix.length - fewestHostBits}`;
}
