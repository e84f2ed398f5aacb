import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contextOf, decodeKubeconfig, decodeTalosconfig } from '@ichor/client';
import { openTalosClient, type TalosClient, tlsOfContext } from '@ichor/client/api';
import type { Cluster } from '@ichor/cluster';
import { KubernetesClient } from '@ichor/kubernetes';
import { ClusterFolder } from '@ichor/provision';
import type { Context } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import { traces } from './traces.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** A cluster that a test has started the way a user does, with the clients that its files give; it leaves no trace on the host. */
export class StartedCluster {
	readonly folder: ClusterFolder;
	/** What the command printed. */
	readonly printed: string;
	readonly talos: TalosClient;
	readonly #kubernetes: KubernetesClient | undefined;
	readonly #remove: () => Promise<void>;

	private constructor(
		folder: ClusterFolder,
		printed: string,
		talos: TalosClient,
		kubernetes: KubernetesClient | undefined,
		remove: () => Promise<void>,
	) {
		this.folder = folder;
		this.printed = printed;
		this.talos = talos;
		this.#kubernetes = kubernetes;
		this.#remove = remove;
	}

	/**
	 * `npm run up` with the definition that a module of this folder exports, in a home of its own. Nothing is left of one that does not start.
	 *
	 * @param module its name without `.ts`
	 * @param args what `npm run up` is given besides: `--no-kubernetes`
	 */
	static async start(context: Context, { name, nodes }: Cluster, module: string, ...args: readonly string[]): Promise<StartedCluster> {
		const home = await mkdtemp(join(tmpdir(), `ichor-${name}-`));
		const folder = new ClusterFolder(home, name);
		const run = async (program: string, ...more: readonly string[]): Promise<string> => {
			const command = [join(checkout, 'tools/src/up', program), join(checkout, 'tests/integration', `${module}.ts`), ...more];
			return await runProgram(process.execPath, command, { env: { ICHOR_HOME: home }, signal: context.signal });
		};
		const before = await traces(folder);
		const remove = async (): Promise<void> => {
			await run('down.ts');
			const left = await traces(folder);
			await rm(home, { recursive: true, force: true });
			assert.deepEqual(left, before, `what ${name} left on the host`);
		};
		try {
			const printed = await run('main.ts', ...args);
			const talos = await openTalosClient({
				endpoints: nodes.filter(({ role }) => role === 'controlplane').map(({ address }) => address),
				tls: await tlsOf(folder),
			});
			const kubernetes = args.includes('--no-kubernetes') ? undefined : await kubernetesClient(join(folder.path, 'kubeconfig'));
			return new StartedCluster(folder, printed, talos, kubernetes, remove);
		} catch (error) {
			await remove();
			throw error;
		}
	}

	/** Of one that was started with it. */
	get kubernetes(): KubernetesClient {
		return this.#kubernetes ?? assert.fail('this cluster was started without Kubernetes');
	}

	/** Another client, to be closed by who opens it, that reaches the nodes through these endpoints only. */
	async talosThrough(endpoints: readonly string[]): Promise<TalosClient> {
		return await openTalosClient({ endpoints, tls: await tlsOf(this.folder) });
	}

	/** What a file of a node says. */
	async read(context: Context, node: string, path: string): Promise<string> {
		const chunks: Uint8Array[] = [];
		for await (const { bytes } of this.talos.node(node).machine.read({ path }, { signal: context.signal })) chunks.push(bytes);
		return Buffer.concat(chunks).toString('utf8');
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.remove();
	}

	async remove(): Promise<void> {
		this.talos.close();
		this.#kubernetes?.close();
		await this.#remove();
	}
}

async function tlsOf(folder: ClusterFolder): Promise<ReturnType<typeof tlsOfContext>> {
	return tlsOfContext(contextOf(decodeTalosconfig(await readFile(join(folder.path, 'talosconfig'), 'utf8'))));
}

async function kubernetesClient(path: string): Promise<KubernetesClient> {
	const { clusters, users } = decodeKubeconfig(await readFile(path, 'utf8'));
	const [cluster] = clusters.values();
	const [user] = users.values();
	return new KubernetesClient({
		server: String(cluster?.['server']),
		authority: atob(String(cluster?.['certificate-authority-data'])),
		certificate: atob(String(user?.['client-certificate-data'])),
		key: atob(String(user?.['client-key-data'])),
	});
}
