import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import {
	type ConnectRecord_State,
	type ConnectRecord_TimerActive,
	NetstatRequest_Filter as Filter,
	type MachineService,
	type NetstatRequest,
} from '@ichor/api/machine';
import { parseSockets, type Socket, type SocketAddress } from '@ichor/linux/procfs';
import { type Handlers, RpcError } from '@ichor/rpc';

/** The sockets of this machine and of its network namespaces, and on request whose they are. */
export function netstatApi(): Handlers<typeof MachineService> {
	return {
		async netstat(request) {
			const wanted = filters.get(request.filter);
			if (wanted === undefined) throw new RpcError('invalid-argument', `invalid filter: ${request.filter}`);
			const owners = request.feature?.pid === true ? await socketOwners() : new Map<number, Owner>();
			const connectrecord = [];
			for (const { name, folder } of await namespacesOf(request)) {
				for (const protocol of protocolsOf(request)) {
					const sockets = parseSockets(await readFile(`${folder}/${protocol}`, 'utf8').catch(() => ''));
					connectrecord.push(...sockets.filter(wanted).map((socket) => record(socket, protocol, name, owners.get(socket.inode))));
				}
			}
			return { messages: [{ connectrecord }] };
		},
	};
}

/** Which sockets a filter lets through (upstream's rules: by the remote end, not by the state). */
const filters: ReadonlyMap<Filter, (socket: Socket) => boolean> = new Map<Filter, (socket: Socket) => boolean>([
	[Filter.ALL, () => true],
	[Filter.CONNECTED, ({ remote }) => !isAny(remote) && remote.port !== 0],
	[Filter.LISTENING, ({ remote }) => isAny(remote) && remote.port === 0],
]);

function isAny({ address }: SocketAddress): boolean {
	return address === '0.0.0.0' || address === '::';
}

function protocolsOf({ l4proto }: NetstatRequest): readonly string[] {
	return (['tcp', 'tcp6', 'udp', 'udp6', 'udplite', 'udplite6', 'raw', 'raw6'] as const).filter((protocol) => l4proto?.[protocol] === true);
}

interface Namespace {
	/** Empty for the machine's own. */
	readonly name: string;
	/** Where its tables are. */
	readonly folder: string;
}

/** A namespace that has a name is looked at through a process that is in it: a machine's pods always have one. */
async function namespacesOf({ netns }: NetstatRequest): Promise<readonly Namespace[]> {
	const host: readonly Namespace[] = netns?.hostnetwork === true || netns === undefined ? [{ name: '', folder: '/proc/self/net' }] : [];
	const names = netns?.allnetns === true ? await readdir(namespaceFolder).catch(() => []) : (netns?.netns ?? []);
	const processes = names.length === 0 ? new Map<number, number>() : await processesByNamespace();
	const named = await Promise.all(
		names.map(async (name) => {
			if (name.includes('/')) throw new RpcError('invalid-argument', `invalid network namespace: ${JSON.stringify(name)}`);
			const inode = (await stat(`${namespaceFolder}/${name}`).catch(() => undefined))?.ino;
			const pid = inode === undefined ? undefined : processes.get(inode);
			return pid === undefined ? undefined : { name, folder: `/proc/${pid}/net` };
		}),
	);
	return [...host, ...named.filter((one) => one !== undefined)];
}

/** Where iproute2 and CNI keep named network namespaces (ip-netns(8)). */
const namespaceFolder = '/run/netns';

async function processesByNamespace(): Promise<ReadonlyMap<number, number>> {
	const found = new Map<number, number>();
	for (const pid of await pids()) {
		const link = await readlink(`/proc/${pid}/ns/net`).catch(() => '');
		const inode = Number(/^net:\[(\d+)\]$/.exec(link)?.[1]);
		if (!Number.isNaN(inode) && !found.has(inode)) found.set(inode, pid);
	}
	return found;
}

interface Owner {
	readonly pid: number;
	readonly name: string;
}

/** The processes that hold a socket open, by the socket's inode; the first one where several do. */
async function socketOwners(): Promise<ReadonlyMap<number, Owner>> {
	const owners = new Map<number, Owner>();
	for (const pid of await pids()) {
		const inodes = await Promise.all(
			(await readdir(`/proc/${pid}/fd`).catch(() => [])).map(async (fd) => {
				const link = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
				return Number(/^socket:\[(\d+)\]$/.exec(link)?.[1]);
			}),
		);
		const mine = inodes.filter((inode) => !Number.isNaN(inode) && !owners.has(inode));
		if (mine.length === 0) continue;
		const name = (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim();
		for (const inode of mine) owners.set(inode, { pid, name });
	}
	return owners;
}

async function pids(): Promise<readonly number[]> {
	return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}

function record(socket: Socket, l4proto: string, netns: string, owner: Owner | undefined) {
	return {
		l4proto,
		localip: socket.local.address,
		localport: socket.local.port,
		remoteip: socket.remote.address,
		remoteport: socket.remote.port,
		state: socket.state as ConnectRecord_State,
		txqueue: BigInt(socket.sendQueue),
		rxqueue: BigInt(socket.receiveQueue),
		tr: socket.timer as ConnectRecord_TimerActive,
		timerwhen: BigInt(socket.timerEnd),
		retrnsmt: BigInt(socket.retransmits),
		uid: socket.user,
		timeout: BigInt(socket.timeout),
		inode: BigInt(socket.inode),
		ref: BigInt(socket.references),
		pointer: socket.pointer,
		process: owner ?? {},
		netns,
	};
}
