import { Containers } from '@ichor/api/containerd/containers';
import { Snapshots } from '@ichor/api/containerd/snapshots';
import { Tasks } from '@ichor/api/containerd/tasks';
import { hasRpcCode } from '@ichor/rpc';
import { type Context, messageOf } from '@ichor/std';
import type { ContainerdConnection } from './connection.ts';
import { ContainerdError } from './errors.ts';
import { type PulledImage, snapshotter } from './images.ts';

/** What a container is made of. */
export interface ContainerDescription {
	readonly id: string;
	/** An OCI runtime specification; its root is what {@link root} says. */
	readonly specification: object;
	/** A writable layer over an image, or a folder of the host that the specification names by itself. */
	readonly root: { readonly image: PulledImage } | 'folder';
	/** A file that gets both of its outputs, in appending. */
	readonly log?: string;
}

/** How a container's process ended. */
export interface Exit {
	readonly status: number;
	readonly at: Date | undefined;
}

/** One container and its task. The object may be made for a container that somebody else started: see {@link attach}. */
export class Container {
	readonly id: string;
	readonly #connection: ContainerdConnection;

	private constructor(connection: ContainerdConnection, id: string) {
		this.#connection = connection;
		this.id = id;
	}

	/**
	 * Makes a container and starts its process. What is left of an earlier one of that id is removed.
	 *
	 * @throws ContainerdError `container`
	 */
	static async start(context: Context, connection: ContainerdConnection, description: ContainerDescription): Promise<Container> {
		const container = new Container(connection, description.id);
		await container.remove(context);
		try {
			await container.#create(context, description);
			await container.#tasks.start({ containerId: description.id }, container.#options(context));
			return container;
		} catch (error) {
			await container.remove(context);
			throw new ContainerdError('container', `cannot start the container ${description.id}: ${messageOf(error)}`, { cause: error });
		}
	}

	/**
	 * The container of that id, if its process runs: for a daemon that was restarted while its services were not.
	 *
	 * @param specification when given, a container that was made from another one is none
	 */
	static async attach(
		context: Context,
		connection: ContainerdConnection,
		id: string,
		specification?: object,
	): Promise<Container | undefined> {
		const container = new Container(connection, id);
		if ((await container.pid(context)) === undefined) return undefined;
		return specification === undefined || (await container.#isMadeFrom(context, specification)) ? container : undefined;
	}

	/** The process's id in the namespace of containerd, undefined when it does not run. */
	async pid(context: Context): Promise<number | undefined> {
		try {
			const { process } = await this.#tasks.get({ containerId: this.id }, this.#options(context));
			return process === undefined || process.status !== running ? undefined : process.pid;
		} catch (error) {
			if (hasRpcCode(error, 'not-found')) return undefined;
			throw error;
		}
	}

	/** Resolves when the process has ended. */
	async wait(context: Context): Promise<Exit> {
		const { exitStatus, exitedAt } = await this.#tasks.wait({ containerId: this.id }, this.#options(context));
		return { status: exitStatus, at: exitedAt === undefined ? undefined : new Date(Number(exitedAt.seconds) * 1000) };
	}

	/** Forgiving: a process that has ended already is no error. */
	async kill(context: Context, signal: number): Promise<void> {
		await ifThere(this.#tasks.kill({ containerId: this.id, signal, all: false }, this.#options(context)));
	}

	/** Removes process, container and writable layer, whatever of them is there. */
	async remove(context: Context): Promise<void> {
		await ifThere(this.#tasks.kill({ containerId: this.id, signal: killSignal, all: true }, this.#options(context)));
		await ifThere(this.#tasks.wait({ containerId: this.id }, this.#options(context)));
		await ifThere(this.#tasks.delete({ containerId: this.id }, this.#options(context)));
		await ifThere(this.#connection.service(Containers).delete({ id: this.id }, this.#options(context)));
		await ifThere(this.#connection.service(Snapshots).remove({ snapshotter, key: this.id }, this.#options(context)));
	}

	async #isMadeFrom(context: Context, specification: object): Promise<boolean> {
		const { container } = await this.#connection.service(Containers).get({ id: this.id }, this.#options(context));
		return new TextDecoder().decode(container?.spec?.value) === JSON.stringify(specification);
	}

	async #create(context: Context, { id, specification, root, log }: ContainerDescription): Promise<void> {
		const options = this.#options(context);
		const rootfs =
			root === 'folder'
				? []
				: (await this.#connection.service(Snapshots).prepare({ snapshotter, key: id, parent: root.image.chainId }, options)).mounts;
		await this.#connection.service(Containers).create(
			{
				container: {
					id,
					image: root === 'folder' ? '' : root.image.reference,
					snapshotter: root === 'folder' ? '' : snapshotter,
					snapshotKey: root === 'folder' ? '' : id,
					runtime: { name: runtimeName },
					spec: { typeUrl: specificationType, value: new TextEncoder().encode(JSON.stringify(specification)) },
				},
			},
			options,
		);
		const output = log === undefined ? '' : `file://${log}`;
		await this.#tasks.create({ containerId: id, rootfs, stdout: output, stderr: output }, options);
	}

	get #tasks() {
		return this.#connection.service(Tasks);
	}

	#options(context: Context) {
		return { signal: context.signal, metadata: this.#connection.metadata };
	}
}

/** containerd's shim for runc (its documentation, runtime v2). */
const runtimeName = 'io.containerd.runc.v2';
/** The name under which containerd keeps OCI specifications (its typeurl registry). */
const specificationType = 'types.containerd.io/opencontainers/runtime-spec/1/Spec';
/** containerd.v1.types.Status.RUNNING. */
const running = 2;
const killSignal = 9;

async function ifThere(step: Promise<unknown>): Promise<void> {
	try {
		await step;
	} catch (error) {
		if (!hasRpcCode(error, 'not-found')) throw error;
	}
}
