import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeFileAtomically } from '@ichor/std/node';
import type { ClusterDescription } from './cluster.ts';
import { interfaceNameLength } from './constants.ts';
import { ProvisionError } from './errors.ts';

/** Where a cluster keeps everything: `<ICHOR_HOME or .ichor>/<cluster>/`, and the names that it has on the host. */
export class ClusterFolder {
	readonly path: string;
	readonly name: string;

	constructor(home: string, name: string) {
		if (!/^[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?$/.test(name)) {
			throw new ProvisionError(
				'refused',
				`"${name}" cannot be a cluster's name: use lower-case letters, digits and inner hyphens, at most 42`,
			);
		}
		this.name = name;
		this.path = resolve(home, name);
	}

	static homeFromEnvironment(environment: NodeJS.ProcessEnv): string {
		return environment.ICHOR_HOME ?? '.ichor';
	}

	get description(): string {
		return join(this.path, 'state.json');
	}

	get supervisorPid(): string {
		return join(this.path, 'supervisor.pid');
	}

	get supervisorLog(): string {
		return join(this.path, 'supervisor.log');
	}

	/** Of its administrator; there once Kubernetes was waited for. */
	get kubeconfig(): string {
		return join(this.path, 'kubeconfig');
	}

	/** A link to the kubectl of the cluster's version. */
	get kubectl(): string {
		return join(this.path, 'bin/kubectl');
	}

	/** In /run, because a socket's path has at most 107 characters (unix(7)) and a working directory may have more. */
	get supervisorSocket(): string {
		return join('/run', `ichor-${this.#hash('socket')}.sock`);
	}

	get runtimeRoot(): string {
		return join(this.path, 'runtime');
	}

	node(name: string): string {
		return join(this.path, 'nodes', name);
	}

	get bridge(): string {
		return `ib${this.#hash('bridge')}`.slice(0, interfaceNameLength);
	}

	/** The hardware address of the bridge. */
	get bridgeAddress(): string {
		return this.#hardwareAddress('bridge');
	}

	/** The host's end of a node's link. */
	link(node: string): string {
		return `iv${this.#hash(`link ${node}`)}`.slice(0, interfaceNameLength);
	}

	/** The hardware address of a node, in all its lives: its neighbours would look for it at the one of before for up to a minute. */
	nodeAddress(node: string): string {
		return this.#hardwareAddress(`node ${node}`);
	}

	/** The name of a node's network namespace, for whoever is in the supervisor's mount namespace; an empty file for others. */
	networkNamespace(node: string): string {
		return join(this.node(node), 'network');
	}

	cgroup(node: string): string {
		return `/${this.cgroupParent}/${node}`;
	}

	get cgroupParent(): string {
		return `ichor-${this.#hash('cgroup')}`;
	}

	container(node: string): string {
		return `${this.cgroupParent}-${node}`;
	}

	async read(): Promise<ClusterDescription> {
		if (!existsSync(this.description)) {
			throw new ProvisionError('absent', `there is no cluster "${this.name}" in ${resolve(this.path, '..')}`);
		}
		return JSON.parse(await readFile(this.description, 'utf8')) as ClusterDescription;
	}

	async write(description: ClusterDescription): Promise<void> {
		await mkdir(this.path, { recursive: true, mode: 0o700 });
		await writeFileAtomically(this.description, `${JSON.stringify(description, undefined, '\t')}\n`);
	}

	/** One of those that anybody may give (IEEE 802, bit 1 of the first byte). */
	#hardwareAddress(what: string): string {
		return ['02', ...(this.#hash(what).match(/../g) ?? [])].join(':');
	}

	/** Names on the host are hashed from the folder, so that two checkouts with a cluster of one name do not meet. */
	#hash(what: string): string {
		return createHash('sha256').update(`${this.path}\0${what}`).digest('hex').slice(0, 10);
	}
}
