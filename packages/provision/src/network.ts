import { writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { basename, dirname } from 'node:path';
import type { Context } from '@ichor/std';
import { ProgramError, runProgram } from '@ichor/std/node';
import type { ClusterNetwork, NodeDescription } from './cluster.ts';
import { ClusterFolder } from './cluster-folder.ts';
import { ProvisionError } from './errors.ts';
import { HostParameterRecord } from './host-parameter-record.ts';

/**
 * A bridge with the gateway's address and, per node, a network namespace whose eth0 hangs on it. Nothing leaves the
 * host: there is no masquerading and no forwarding beyond the bridge.
 */
export class BridgeNetwork {
	readonly #folder: ClusterFolder;
	readonly #network: ClusterNetwork;

	constructor(folder: ClusterFolder, network: ClusterNetwork) {
		this.#folder = folder;
		this.#network = network;
	}

	/** @throws ProvisionError `refused` when the host has an address or a route in the network already */
	async create(context: Context): Promise<void> {
		await this.#refuseTakenNetwork(context);
		const { bridge, bridgeAddress } = this.#folder;
		// without one of its own it would have the lowest of its ports', and become another to all nodes whenever one of them starts or stops
		await ip(context, 'link', 'add', bridge, 'address', bridgeAddress, 'type', 'bridge');
		await ip(context, 'addr', 'add', `${this.#network.gateway}/${prefixLength(this.#network.cidr)}`, 'dev', bridge);
		await ip(context, 'link', 'set', bridge, 'mtu', String(this.#network.mtu), 'up');
	}

	/**
	 * Makes the node's namespace, or makes it anew when there is one of an earlier life. Its name is a file of the cluster's,
	 * bound in the mount namespace of the caller: a name in /run/netns that is bound there only is a dead one to every `ip`
	 * on the host.
	 *
	 * @returns the file
	 */
	async attach(context: Context, node: NodeDescription): Promise<string> {
		const namespace = this.#folder.networkNamespace(node.name);
		const link = this.#folder.link(node.name);
		await this.detach(context, node.name);
		await writeFile(namespace, '');
		await runProgram('unshare', [`--net=${namespace}`, 'ip', 'link', 'set', 'lo', 'up'], { signal: context.signal });
		const peer = ['peer', 'name', 'eth0', 'address', this.#folder.nodeAddress(node.name), 'netns', namespace];
		await ip(context, 'link', 'add', link, 'mtu', String(this.#network.mtu), 'type', 'veth', ...peer);
		await ip(context, 'link', 'set', link, 'master', this.#folder.bridge, 'up');
		// ip itself knows namespaces by their names in /run/netns only
		const inside = async (...args: readonly string[]) =>
			await runProgram('nsenter', [`--net=${namespace}`, 'ip', ...args], { signal: context.signal });
		await inside('addr', 'add', `${node.address}/${prefixLength(this.#network.cidr)}`, 'dev', 'eth0');
		await inside('link', 'set', 'eth0', 'up');
		await inside('route', 'add', 'default', 'via', this.#network.gateway);
		return namespace;
	}

	/** Forgiving: what is not there is not removed. The namespace ends with the last process in it. */
	async detach(context: Context, node: string): Promise<void> {
		await unlessGone(ip(context, 'link', 'delete', this.#folder.link(node)));
		await unlessGone(runProgram('umount', [this.#folder.networkNamespace(node)], { signal: context.signal }));
	}

	async destroy(context: Context): Promise<void> {
		await unlessGone(ip(context, 'link', 'delete', this.#folder.bridge));
	}

	async #refuseTakenNetwork(context: Context): Promise<void> {
		const { cidr } = this.#network;
		for (const [name, addresses] of Object.entries(networkInterfaces())) {
			for (const { address, family } of addresses ?? []) {
				if (family === 'IPv4' && contains(cidr, address)) {
					const owner = await clusterOfBridge(name);
					const whose = owner === undefined ? `this host has ${address} on ${name}` : `the local cluster in ${owner} has it`;
					const way = owner === undefined ? 'choose another network' : 'remove that cluster, or choose another network';
					throw new ProvisionError('refused', `the network ${cidr} is taken: ${whose}: ${way}`);
				}
			}
		}
		const route = (await ip(context, '-4', 'route', 'show', 'root', cidr))
			.split('\n')
			.find((line) => line !== '' && !line.startsWith('default'));
		if (route !== undefined)
			throw new ProvisionError('refused', `the network ${cidr} is taken: this host has the route ${route.trim()}: choose another network`);
	}
}

async function clusterOfBridge(name: string): Promise<string | undefined> {
	const folders = await new HostParameterRecord().clusters();
	return folders.find((path) => new ClusterFolder(dirname(path), basename(path)).bridge === name);
}

/** The n-th host address of an IPv4 prefix: host('10.5.0.0/24', 2) is 10.5.0.2. */
export function hostAddress(cidr: string, n: number): string {
	const base = toNumber(cidr.split('/')[0] ?? '') & maskOf(cidr);
	const address = (base + n) >>> 0;
	if (!contains(cidr, toText(address))) throw new ProvisionError('refused', `${cidr} has no host number ${n}`);
	return toText(address);
}

function contains(cidr: string, address: string): boolean {
	return (toNumber(address) & maskOf(cidr)) === (toNumber(cidr.split('/')[0] ?? '') & maskOf(cidr));
}

function prefixLength(cidr: string): number {
	const length = Number(cidr.split('/')[1]);
	if (!Number.isInteger(length) || length < 8 || length > 29)
		throw new ProvisionError('refused', `"${cidr}" is no IPv4 network of a usable size: write one like 10.5.0.0/24`);
	return length;
}

function maskOf(cidr: string): number {
	return -1 << (32 - prefixLength(cidr));
}

function toNumber(address: string): number {
	const bytes = address.split('.').map(Number);
	if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255))
		throw new ProvisionError('refused', `"${address}" is no IPv4 address`);
	return bytes.reduce((number, byte) => (number << 8) | byte, 0);
}

function toText(address: number): string {
	return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

async function ip(context: Context, ...args: readonly string[]): Promise<string> {
	try {
		return await runProgram('ip', args, { signal: context.signal });
	} catch (error) {
		if (error instanceof ProgramError && error.code === 'missing')
			throw new ProvisionError('refused', 'ip is not installed: install iproute2', { cause: error });
		throw error;
	}
}

async function unlessGone(removal: Promise<unknown>): Promise<void> {
	try {
		await removal;
	} catch (error) {
		if (!(error instanceof ProgramError) || !/Cannot find device|no mount point|not mounted/.test(error.message)) throw error;
	}
}
