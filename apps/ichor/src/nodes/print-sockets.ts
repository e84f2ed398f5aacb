import { create } from '@bufbuild/protobuf';
import {
	type ConnectRecord,
	ConnectRecord_State,
	ConnectRecord_StateSchema,
	ConnectRecord_TimerActiveSchema,
	ConnectRecordSchema,
	type NetstatRequest,
	NetstatRequest_Filter,
	NetstatRequestSchema,
} from '@ichor/api/machine';
import { enumName } from '../output/enum-name.ts';
import { fixed } from '../output/go-number.ts';
import { type ListingForm, printListing } from '../output/listing.ts';
import { plainMessage } from '../output/plain-message.ts';
import { answersOf } from './answers.ts';
import type { NodeSession } from './node-session.ts';
import { type PodNetwork, podNetworks } from './pod-networks.ts';

/** Which sockets, and what of them. */
export interface SocketQuery {
	readonly verbose: boolean;
	readonly extend: boolean;
	readonly programs: boolean;
	readonly timers: boolean;
	readonly listening: boolean;
	readonly all: boolean;
	readonly pods: boolean;
	readonly tcp: boolean;
	readonly udp: boolean;
	readonly udplite: boolean;
	readonly raw: boolean;
	readonly ipv4: boolean;
	readonly ipv6: boolean;
	readonly output: ListingForm;
}

/**
 * Prints the sockets of every node, or those of one pod.
 *
 * @param pod `namespace/name`
 * @throws Error when there is no such pod
 */
export async function printSockets(session: NodeSession, query: SocketQuery, pod: string | undefined): Promise<void> {
	if (query.pods && pod !== undefined) throw new Error('cannot use --pods and specify a pod');
	const pods = query.pods || pod !== undefined ? await podNetworks(session) : [];
	const request = requestFor(query);
	let { client } = session;
	if (pod !== undefined) {
		const found = pods.find(({ name }) => name === pod.toLowerCase());
		if (found === undefined) throw new Error(`pod ${pod} not found`);
		client = { ...client, ...client.node(found.node) };
		request.netns = { ...request.netns, hostnetwork: false, netns: [found.namespace] } as NonNullable<NetstatRequest['netns']>;
	}
	const answers = await answersOf({ ...session, client }, '', client.machine.netstat(request));
	// a node that is asked alone does not say its name
	const named = pod === undefined && session.nodes.length > 0;
	const sockets = answers.flatMap(({ node, message }) =>
		message.connectrecord.map((record) => ({
			cells: [...(named ? [node] : []), ...cellsOf(record, query), ...podCells(query, pods, node, record), ...timerCells(query, record)],
			value: () => ({ node, ...plainMessage(ConnectRecordSchema, record), pod: podOf(pods, node, record) }),
		})),
	);
	if (sockets.length > 0) await printListing(session.terminal, query.output, [...(named ? ['NODE'] : []), ...header(query)], sockets);
}

function requestFor(query: SocketQuery): NetstatRequest {
	const { verbose, all, listening, programs, pods, ipv4, ipv6 } = query;
	const chosen = query.tcp || query.udp || query.udplite || query.raw;
	const protocols = {
		tcp: verbose || query.tcp || !chosen,
		udp: verbose || query.udp || !chosen,
		udplite: verbose || query.udplite,
		raw: verbose || query.raw,
	};
	const [four, six] = [!ipv6 || ipv4, !ipv4 || ipv6];
	const of = (wanted: boolean): typeof protocols => ({
		tcp: protocols.tcp && wanted,
		udp: protocols.udp && wanted,
		udplite: protocols.udplite && wanted,
		raw: protocols.raw && wanted,
	});
	const [v4, v6] = [of(four), of(six)];
	return create(NetstatRequestSchema, {
		filter: all ? NetstatRequest_Filter.ALL : listening ? NetstatRequest_Filter.LISTENING : NetstatRequest_Filter.CONNECTED,
		feature: { pid: programs },
		l4proto: { ...v4, tcp6: v6.tcp, udp6: v6.udp, udplite6: v6.udplite, raw6: v6.raw },
		netns: { allnetns: pods, hostnetwork: true },
	});
}

function header({ extend, programs, pods, timers }: SocketQuery): readonly string[] {
	return [
		'Proto',
		'Recv-Q',
		'Send-Q',
		'Local Address',
		'Foreign Address',
		'State',
		...(extend ? ['Uid', 'Inode'] : []),
		...(programs ? ['PID/Program name'] : []),
		...(pods ? ['Pod'] : []),
		...(timers ? ['Timer'] : []),
	];
}

function cellsOf(record: ConnectRecord, { extend, programs }: SocketQuery): readonly string[] {
	const { l4proto, rxqueue, txqueue, localip, localport, remoteip, remoteport, state, uid, inode, process } = record;
	const { pid = 0, name = '' } = process ?? {};
	return [
		l4proto,
		String(rxqueue),
		String(txqueue),
		`${localip}:${localport}`,
		`${remoteip}:${remoteport === 0 ? '*' : remoteport}`,
		state === ConnectRecord_State.CLOSE ? '' : enumName(ConnectRecord_StateSchema, state),
		...(extend ? [String(uid), String(inode)] : []),
		...(programs ? [pid === 0 ? '-' : `${pid}/${name}`] : []),
	];
}

function podCells({ pods: shown }: SocketQuery, pods: readonly PodNetwork[], node: string, record: ConnectRecord): readonly string[] {
	if (!shown) return [];
	return [record.netns === '' || pods.every((pod) => pod.node !== node) ? '-' : podOf(pods, node, record)];
}

/** Empty for a socket of the node itself, and of a pod that is not known. */
function podOf(pods: readonly PodNetwork[], node: string, { netns }: ConnectRecord): string {
	return pods.find((pod) => pod.node === node && pod.namespace === netns)?.name ?? '';
}

function timerCells({ timers }: SocketQuery, { tr, timerwhen, retrnsmt, timeout }: ConnectRecord): readonly string[] {
	if (!timers) return [];
	return [`${enumName(ConnectRecord_TimerActiveSchema, tr).toLowerCase()} (${fixed(Number(timerwhen) / 100, 2)}/${retrnsmt}/${timeout})`];
}
