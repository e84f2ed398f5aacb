import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '@ichor/std';
import type { ClusterDescription } from './cluster.ts';
import { ClusterFolder } from './cluster-folder.ts';
import { discoveryPort, registryPort } from './constants.ts';
import { ProvisionError } from './errors.ts';
import { createCluster, isRunning } from './local-cluster.ts';
import type { NodeParts } from './node-parts.ts';

/** A cluster whose machines are wanted: what of it decides which network and which containers there are. */
export interface WantedMachines {
	readonly name: string;
	/** The URL of its Kubernetes API. */
	readonly endpoint: string;
	readonly network: { readonly cidr: string; readonly gateway: string };
	readonly nodes: readonly { readonly name: string; readonly address: string; readonly role: 'controlplane' | 'worker' }[];
}

/** What stands on the network's gateway for the machines. */
export interface GatewayServices {
	readonly registryMirror: string;
	readonly discovery: string;
	readonly etcdImage: string;
}

/** The machines of one local cluster, as containers on this host: from the parts of a node to nodes that wait for a configuration. */
export class ContainerMachines {
	/** Of the cluster's own files; it is there once the machines have been started. */
	readonly folder: string;
	readonly #home: string;
	readonly #folder: ClusterFolder;
	readonly #parts: NodeParts;
	readonly #supervisor: readonly string[];

	/** @param supervisor the command line of the process that the cluster will be, to which home and name are added */
	constructor(home: string, name: string, parts: NodeParts, supervisor: readonly string[]) {
		this.#home = home;
		this.#folder = new ClusterFolder(home, name);
		this.folder = this.#folder.path;
		this.#parts = parts;
		this.#supervisor = supervisor;
	}

	/** Whether the registry has the images of Kubernetes. */
	get kubernetes(): boolean {
		return this.#parts.kubectl !== undefined;
	}

	/**
	 * Starts them, unless they run already: a cluster that runs goes on running.
	 *
	 * @throws ProvisionError `exists` when it runs with other machines, `refused` when this host cannot have it
	 */
	async start(context: Context, wanted: WantedMachines): Promise<GatewayServices> {
		const description = describe(wanted, this.#parts);
		if (await isRunning(this.#home, wanted.name)) await this.#checkSame(context, description);
		else await createCluster(context, this.#home, description, this.#supervisor);
		if (this.#parts.kubectl !== undefined) await this.#linkKubectl(this.#parts.kubectl);
		const { gateway } = wanted.network;
		return {
			registryMirror: `http://${gateway}:${registryPort}`,
			discovery: `http://${gateway}:${discoveryPort}`,
			etcdImage: this.#parts.etcdImage,
		};
	}

	/** The file that a machine's console is written to. */
	console(node: string): string {
		return join(this.#folder.node(node), 'console.log');
	}

	async #linkKubectl(program: string): Promise<void> {
		await mkdir(dirname(this.#folder.kubectl), { recursive: true });
		await rm(this.#folder.kubectl, { force: true });
		await symlink(program, this.#folder.kubectl);
	}

	async #checkSame(context: Context, wanted: ClusterDescription): Promise<void> {
		const running = JSON.parse(await readFile(this.#folder.description, 'utf8')) as ClusterDescription;
		const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
		if (!same(running.nodes, wanted.nodes) || !same(running.network, wanted.network))
			throw new ProvisionError('exists', `"${wanted.name}" runs with other nodes than its definition has: remove it first`);
		if (running.rootFileSystem !== wanted.rootFileSystem)
			context.log('warn', 'the nodes run an older root file system: remove the cluster and create it again to take the new one');
	}
}

function describe({ name, endpoint, network: { cidr, gateway }, nodes }: WantedMachines, parts: NodeParts): ClusterDescription {
	return {
		name,
		endpoint,
		// what Ethernet carries
		network: { cidr, gateway, mtu: 1500 },
		nodes: nodes.map((node) => ({ name: node.name, address: node.address, controlPlane: node.role === 'controlplane' })),
		rootFileSystem: parts.rootFileSystem,
		imageLayouts: parts.imageLayouts,
		...(parts.imageFolder === undefined ? {} : { imageFolder: parts.imageFolder }),
		runtime: parts.runtime,
	};
}
