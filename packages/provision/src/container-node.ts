import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { boundingCapabilities } from '@ichor/linux/procfs';
import { background, type Context, waitFor, withTimeout } from '@ichor/std';
import { ProgramError, runProgram } from '@ichor/std/node';
import { nodeBundle } from './bundle.ts';
import type { ClusterDescription, NodeDescription, NodeStatus } from './cluster.ts';
import type { ClusterFolder } from './cluster-folder.ts';
import { ephemeralVolumeSize, exitReboot, shutdownGrace, stateVolumeSize } from './constants.ts';
import type { BridgeNetwork } from './network.ts';
import { mountVolume, unmountVolume } from './volume.ts';

/**
 * One node as an OCI container, started again whenever its PID 1 asks for a reboot or ends unexpectedly.
 *
 * Its disks (STATE, EPHEMERAL) and its folders outlive a restart; its root, memory file systems and boot id do not.
 */
export class ContainerNode {
	readonly #folder: ClusterFolder;
	readonly #cluster: ClusterDescription;
	readonly #node: NodeDescription;
	readonly #network: BridgeNetwork;
	#child: ChildProcess | undefined;
	#wanted = false;
	#starts = 0;
	/** Of a node that shut itself down. */
	#released: Promise<void> | undefined;

	constructor(folder: ClusterFolder, cluster: ClusterDescription, node: NodeDescription, network: BridgeNetwork) {
		this.#folder = folder;
		this.#cluster = cluster;
		this.#node = node;
		this.#network = network;
	}

	async status(): Promise<NodeStatus> {
		const { name, address } = this.#node;
		const pid = this.#child === undefined ? undefined : await this.#pid();
		const state = this.#child !== undefined ? 'running' : this.#wanted ? 'restarting' : 'stopped';
		return { name, address, state, starts: this.#starts, ...(pid === undefined ? {} : { pid }) };
	}

	/** Starts it and keeps it started until {@link stop}, or until it shuts itself down. */
	async start(context: Context): Promise<void> {
		if (this.#wanted) return;
		this.#wanted = true;
		await this.#released;
		const places = await this.#prepare(context);
		await this.#run(places);
	}

	/**
	 * SIGTERM, which is the shutdown sequence; SIGKILL after the grace. Its network and mounts go with it.
	 *
	 * @param grace milliseconds; 0 is no SIGTERM, for a node whose disks are removed next
	 */
	async stop(context: Context, grace = shutdownGrace): Promise<void> {
		this.#wanted = false;
		if (this.#child !== undefined) await this.#end(context, grace);
		await this.#release(context);
	}

	/** Takes the power away: SIGKILL to PID 1, nothing said. It is started again, as a machine that got its power back. */
	async crash(context: Context): Promise<void> {
		await this.#runtime(context, 'kill', this.#container, 'KILL');
	}

	/** Of PID 1 as the host counts; undefined until the runtime has made it. */
	async #pid(): Promise<number | undefined> {
		return existsSync(this.#pidFile) ? Number(await readFile(this.#pidFile, 'utf8')) : undefined;
	}

	get #pidFile(): string {
		return join(this.#folder.node(this.#node.name), 'pid');
	}

	get #container(): string {
		return this.#folder.container(this.#node.name);
	}

	async #prepare(context: Context): Promise<Places> {
		const home = this.#folder.node(this.#node.name);
		await mkdir(join(home, 'bundle'), { recursive: true });
		await this.#forget(context);
		const networkNamespace = await this.#network.attach(context, this.#node);
		const volumes: Record<string, string> = {
			'/system/state': await mountVolume(context, home, 'state', stateVolumeSize),
			'/var': await mountVolume(context, home, 'ephemeral', ephemeralVolumeSize),
		};
		for (const path of writableFolders) {
			const folder = join(home, 'folders', path.slice(1).replaceAll('/', '-'));
			await mkdir(folder, { recursive: true });
			// what the root has there would be hidden: network plugins, for one
			await cp(join(this.#cluster.rootFileSystem, path), folder, { recursive: true });
			volumes[path] = folder;
		}
		return { home, networkNamespace, volumes };
	}

	async #run({ home, networkNamespace, volumes }: Places): Promise<void> {
		// What differs at each start: a boot id of its own, and the files that the daemons write over.
		const files: Record<string, string> = {};
		for (const [path, content] of Object.entries(this.#startFiles())) {
			const file = join(home, path.slice(1).replaceAll('/', '-'));
			await writeFile(file, content);
			files[path] = file;
		}
		const bootId = join(home, 'boot-id');
		await writeFile(bootId, `${randomUUID()}\n`);
		const places = { networkNamespace, volumes, files, bootId, cgroup: this.#folder.cgroup(this.#node.name) };
		const bundle = nodeBundle(this.#cluster, this.#node, places, await boundingCapabilities());
		await writeFile(join(home, 'bundle/config.json'), JSON.stringify(bundle));

		await rm(this.#pidFile, { force: true });
		const console = createWriteStream(join(home, 'console.log'), { flags: 'a' });
		const child = spawn(
			this.#cluster.runtime,
			['--root', this.#folder.runtimeRoot, 'run', '--pid-file', this.#pidFile, '--bundle', join(home, 'bundle'), this.#container],
			{ stdio: ['ignore', 'pipe', 'pipe'] },
		);
		this.#starts += 1;
		this.#child = child;
		child.stdout.pipe(console, { end: false });
		child.stderr.pipe(console, { end: false });
		const started = Date.now();
		child.on('close', (code) => {
			console.end(`[supervisor] node ended with ${code}\n`);
			this.#child = undefined;
			if (!this.#wanted) return;
			if (code === 0) {
				this.#wanted = false;
				// what it could not give back, the next start says
				this.#released = this.#release(background).catch(() => undefined);
				return;
			}
			const wait = code === exitReboot || Date.now() - started > settled ? 0 : crashPause;
			setTimeout(() => void this.#again({ home, networkNamespace, volumes }), wait);
		});
	}

	async #again(places: Places): Promise<void> {
		if (!this.#wanted || this.#child !== undefined) return;
		await this.#forget(background);
		await this.#run(places);
	}

	async #end(context: Context, grace: number): Promise<void> {
		const ended = () => (this.#child === undefined ? true : undefined);
		if (grace > 0) {
			await this.#runtime(context, 'kill', this.#container, 'TERM');
			try {
				await waitFor(withTimeout(context, grace), ended, 50);
				return;
			} catch {
				context.signal.throwIfAborted();
			}
		}
		// the runtime may be about to make the container: it is told until it is gone
		await waitFor(
			withTimeout(context, killGrace),
			async () => {
				await this.#runtime(context, 'kill', this.#container, 'KILL');
				return ended();
			},
			50,
		);
	}

	async #release(context: Context): Promise<void> {
		await this.#forget(context);
		const home = this.#folder.node(this.#node.name);
		for (const name of ['state', 'ephemeral']) await ignoreFailure(unmountVolume(context, home, name));
		await this.#network.detach(context, this.#node.name);
	}

	/** Removes what the runtime remembers of an earlier life. */
	async #forget(context: Context): Promise<void> {
		await this.#runtime(context, 'delete', '--force', this.#container);
	}

	async #runtime(context: Context, ...args: readonly string[]): Promise<void> {
		await ignoreFailure(runProgram(this.#cluster.runtime, ['--root', this.#folder.runtimeRoot, ...args], { signal: context.signal }));
	}

	#startFiles(): Readonly<Record<string, string>> {
		const { name } = this.#node;
		return {
			'/etc/hostname': `${name}\n`,
			'/etc/hosts': `127.0.0.1 localhost\n::1 localhost\n${this.#node.address} ${name}\n`,
			'/etc/resolv.conf': `nameserver ${this.#cluster.network.gateway}\n`,
			'/etc/machine-id': '',
		};
	}
}

interface Places {
	readonly home: string;
	readonly networkNamespace: string;
	readonly volumes: Readonly<Record<string, string>>;
}

/** Folders of the read-only root that upstream's container image has as volumes. */
const writableFolders = ['/etc/cni', '/etc/kubernetes', '/usr/libexec/kubernetes', '/opt'];

/** A node that lived longer than this, in milliseconds, is started again at once; one that did not, after a pause. */
const settled = 10_000;
const crashPause = 1000;

/** Longest time, in milliseconds, between SIGKILL and the end: the kernel takes a node's processes and mounts apart. */
const killGrace = 30_000;

/** For steps back that may have been taken already. */
async function ignoreFailure(step: Promise<unknown>): Promise<void> {
	try {
		await step;
	} catch (error) {
		if (!(error instanceof ProgramError) || error.code === 'cancelled') throw error;
	}
}
