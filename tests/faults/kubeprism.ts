import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runProgram } from '@ichor/std/node';
import type { Fault } from './fault.ts';
import type { Victim, VictimCluster } from './victim-cluster.ts';

/** Three control planes, each with something that takes connections where its API server would; clients on one of them. */
export const kubePrism: Fault = {
	name: 'kubeprism',
	what: 'an API server behind KubePrism refuses connections, and another is silent',
	async run(cluster, random) {
		const victims = await cluster.victims();
		const servers = new Map<string, ChildProcess>();
		const [here, refusing, silent] = shuffled(victims, random.below(6));
		if (here === undefined || refusing === undefined || silent === undefined) throw new Error('three nodes are needed');
		let clients: Clients | undefined;
		try {
			for (const victim of victims) servers.set(victim.name, await serve(victim));
			clients = await Clients.on(cluster, here);
			await pause(settleTime);

			const refused = Date.now();
			servers.get(refusing.name)?.kill('SIGKILL');
			await pause(watchTime);
			const slowAfterRefusal = clients.slowest(refused);

			const cut = Date.now();
			const link = cluster.started.folder.link(silent.name);
			try {
				await runProgram('ip', ['link', 'set', link, 'down'], { signal: cluster.context.signal });
				await pause(watchTime);
			} finally {
				await runProgram('ip', ['link', 'set', link, 'up']);
			}
			const out = clients.lastSlow(cut) - cut;
			await cluster.well();
			const { count, failures } = clients;
			if (failures.length > 0) throw new Error(`${failures.length} of ${count} connections failed: ${[...new Set(failures)].join(', ')}`);
			if (out > longestSilence) throw new Error(`clients were led to a silent server for ${out} ms`);
			return `${count} connections, none failed; refusals cost at most ${slowAfterRefusal} ms; who is silent is out after ${out} ms`;
		} finally {
			clients?.stop();
			for (const server of servers.values()) server.kill();
		}
	},
};

/** When it was begun (Date.now), and the milliseconds until it was taken or failed. */
interface Connection {
	readonly begun: number;
	readonly took: number;
	readonly failure?: string;
}

/** Connections that are begun again and again through one node's KubePrism. */
class Clients {
	readonly #process: ChildProcess;
	readonly #done: Connection[] = [];

	private constructor(process: ChildProcess) {
		this.#process = process;
		const { stdout } = process;
		if (stdout !== null) createInterface(stdout).on('line', (line) => this.#done.push(JSON.parse(line) as Connection));
	}

	/** Waits until connections are taken. */
	static async on(cluster: VictimCluster, { pid }: Victim): Promise<Clients> {
		const clients = new Clients(within(pid, 'connecting-client.ts', kubePrismPort));
		await cluster.waitFor('KubePrism to lead anywhere', 30, async () =>
			clients.#done.some(({ failure }) => failure === undefined) ? true : undefined,
		);
		clients.#done.length = 0;
		return clients;
	}

	get count(): number {
		return this.#done.length;
	}

	get failures(): readonly string[] {
		return this.#done.flatMap(({ failure }) => failure ?? []);
	}

	/** Milliseconds that the slowest connection took of those that were begun since. */
	slowest(since: number): number {
		return Math.max(0, ...this.#done.filter(({ begun }) => begun >= since).map(({ took }) => took));
	}

	/** When the last one was begun since then that had to wait for another server. */
	lastSlow(since: number): number {
		return Math.max(since, ...this.#done.filter(({ begun, took }) => begun >= since && took > slowTime).map(({ begun }) => begun));
	}

	stop(): void {
		this.#process.kill();
	}
}

async function serve({ pid }: Victim): Promise<ChildProcess> {
	const server = within(pid, 'api-server-stand-in.ts', apiServerPort);
	const { stdout } = server;
	if (stdout !== null) await once(stdout, 'data');
	return server;
}

/** Runs a program of this folder in the network of a node. */
function within(pid: number, program: string, port: number): ChildProcess {
	const file = fileURLToPath(new URL(program, import.meta.url));
	return spawn('nsenter', [`--net=/proc/${pid}/ns/net`, process.execPath, file, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** @param which of the orders of three, from 0 to 5 */
function shuffled<Item>(items: readonly Item[], which: number): readonly Item[] {
	const turned = items.map((_, index) => items[(index + which) % items.length] as Item);
	return which < items.length ? turned : turned.toReversed();
}

const apiServerPort = 6443;
const kubePrismPort = 7445;

/** Milliseconds: two looks of KubePrism, and what is watched after each fault. */
const settleTime = 2000;
const watchTime = 4000;
/** TCP sends what is not answered again after a second; no answer of a server that is there takes as long as this. */
const slowTime = 500;
/** Issue 7. */
const longestSilence = 1000;
