import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contextOf, decodeKubeconfig, decodeTalosconfig } from '@ichor/client';
import { openTalosClient, type TalosClient, tlsOfContext } from '@ichor/client/api';
import type { Cluster } from '@ichor/cluster';
import { KubernetesClient } from '@ichor/kubernetes';
import type { Context } from '@ichor/std';
import { runProgram } from '@ichor/std/node';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** A cluster that a test has started the way a user does, with the clients that its files give. */
export class StartedCluster {
	/** Of the cluster's files. */
	readonly folder: string;
	/** What the command printed. */
	readonly printed: string;
	readonly talos: TalosClient;
	readonly kubernetes: KubernetesClient;
	readonly #remove: () => Promise<void>;

	private constructor(folder: string, printed: string, talos: TalosClient, kubernetes: KubernetesClient, remove: () => Promise<void>) {
		this.folder = folder;
		this.printed = printed;
		this.talos = talos;
		this.kubernetes = kubernetes;
		this.#remove = remove;
	}

	/**
	 * `npm run up` with the definition that a module of this folder exports, in a home of its own. Nothing is left of one that does not start.
	 *
	 * @param module its name without `.ts`
	 */
	static async start(context: Context, { name, nodes }: Cluster, module: string): Promise<StartedCluster> {
		const home = await mkdtemp(join(tmpdir(), `ichor-${name}-`));
		const run = async (program: string): Promise<string> => {
			const command = [join(checkout, 'tools/src/up', program), join(checkout, 'tests/integration', `${module}.ts`)];
			return await runProgram(process.execPath, command, { env: { ICHOR_HOME: home }, signal: context.signal });
		};
		const remove = async (): Promise<void> => {
			await run('down.ts');
			await rm(home, { recursive: true, force: true });
		};
		const folder = join(home, name);
		try {
			const printed = await run('main.ts');
			const talosconfig = decodeTalosconfig(await readFile(join(folder, 'talosconfig'), 'utf8'));
			const talos = await openTalosClient({
				endpoints: nodes.filter(({ role }) => role === 'controlplane').map(({ address }) => address),
				tls: tlsOfContext(contextOf(talosconfig)),
			});
			return new StartedCluster(folder, printed, talos, await kubernetesClient(join(folder, 'kubeconfig')), remove);
		} catch (error) {
			await remove();
			throw error;
		}
	}

	/** What a file of a node says. */
	async read(context: Context, node: string, path: string): Promise<string> {
		const chunks: Uint8Array[] = [];
		for await (const { bytes } of this.talos.node(node).machine.read({ path }, { signal: context.signal })) chunks.push(bytes);
		return Buffer.concat(chunks).toString('utf8');
	}

	async remove(): Promise<void> {
		this.talos.close();
		this.kubernetes.close();
		await this.#remove();
	}
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
