import type { IncomingHttpHeaders } from 'node:http2';
import { BlockList, isIP } from 'node:net';
import { maxTargets } from './constants.ts';
import { type GrpcStatus, grpcCodes } from './status.ts';

/** Where a call goes. */
export type Route =
	| { readonly to: 'local' }
	| { readonly to: 'one'; readonly target: string }
	| { readonly to: 'many'; readonly targets: readonly string[]; readonly streamed: boolean }
	| { readonly to: 'refusal'; readonly status: GrpcStatus };

/** What the node that decides knows of itself. */
export interface Place {
	/** In maintenance nothing is forwarded and node metadata is ignored. */
	readonly maintenance: boolean;
	/** Only control planes forward; a worker answers for itself alone. */
	readonly forwards: boolean;
	/** The names and addresses that are this node. */
	isSelf(target: string): boolean;
}

/**
 * Decides by the call's metadata: `proxyfrom` means that another apid has decided already, `node` names one target,
 * `nodes` any number, nothing means this node.
 */
export function direct(method: string, headers: IncomingHttpHeaders, place: Place): Route {
	if (place.maintenance || headers.proxyfrom !== undefined) return { to: 'local' };
	const one = values(headers.node);
	const many = values(headers.nodes);
	if (one.length > 0) return toOne(one[0] ?? '', place);
	if (many.length === 0) return { to: 'local' };
	if (many.length > maxTargets) return refusal(grpcCodes.invalidArgument, `${many.length} nodes are over the limit of ${maxTargets}`);
	if (!manyPrefixes.some((prefix) => method.startsWith(prefix))) {
		return refusal(grpcCodes.invalidArgument, `one-2-many proxying is not supported for method ${method}`);
	}
	for (const target of many) {
		const route = toOne(target, place);
		if (route.to === 'refusal') return route;
	}
	return { to: 'many', targets: many, streamed: isStreamed(method) };
}

function toOne(target: string, place: Place): Route {
	const problem = judgeTarget(target);
	if (problem !== undefined) return refusal(grpcCodes.internal, problem);
	if (place.isSelf(target)) return { to: 'local' };
	if (!place.forwards) return refusal(grpcCodes.permissionDenied, 'no request forwarding');
	return { to: 'one', target };
}

/** What is wrong with a target: it must be a host or an address, no port, and no address that reaches something else. */
function judgeTarget(target: string): string | undefined {
	if (target === '') return 'invalid target: empty';
	if (isIP(target) === 0 && !/^[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?$/.test(target))
		return `invalid target "${target}": not a host or an address without a port`;
	if (isIP(target) === 4 && unreachable.check(target, 'ipv4'))
		return `invalid target "${target}": loopback, link-local and multicast are not forwarded to`;
	if (isIP(target) === 6 && unreachable.check(target, 'ipv6'))
		return `invalid target "${target}": loopback, link-local and multicast are not forwarded to`;
	return undefined;
}

const unreachable = new BlockList();
unreachable.addSubnet('0.0.0.0', 8, 'ipv4');
unreachable.addSubnet('127.0.0.0', 8, 'ipv4');
unreachable.addSubnet('169.254.0.0', 16, 'ipv4');
unreachable.addSubnet('224.0.0.0', 4, 'ipv4');
unreachable.addAddress('::', 'ipv6');
unreachable.addAddress('::1', 'ipv6');
unreachable.addSubnet('fe80::', 10, 'ipv6');
unreachable.addSubnet('ff00::', 8, 'ipv6');

/** The services whose answers can be packed (upstream: apid's one-to-many prefixes). */
const manyPrefixes = [
	'/machine.MachineService/',
	'/cluster.ClusterService/',
	'/inspect.InspectService/',
	'/storage.StorageService/',
	'/time.TimeService/',
];

/** Methods of those services that stream (upstream: apid registers them one by one, and names ending in Stream). */
const streamedMethods = new Set(
	['Copy', 'DiskUsage', 'Dmesg', 'EtcdSnapshot', 'Events', 'ImageList', 'Kubeconfig', 'List', 'Logs', 'PacketCapture', 'Read'].map(
		(name) => `/machine.MachineService/${name}`,
	),
);
streamedMethods.add('/cluster.ClusterService/HealthCheck');

function isStreamed(method: string): boolean {
	return streamedMethods.has(method) || method.endsWith('Stream');
}

/** Metadata that is given several times arrives joined by commas. */
function values(header: string | readonly string[] | undefined): readonly string[] {
	if (header === undefined) return [];
	const joined = typeof header === 'string' ? header : header.join(',');
	return joined.split(',').map((value) => value.trim());
}

function refusal(code: number, message: string): Route {
	return { to: 'refusal', status: { code, message } };
}
