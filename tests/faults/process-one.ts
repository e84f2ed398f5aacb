import { watched } from './callers.ts';
import type { Fault } from './fault.ts';
import { processesOf } from './node-processes.ts';
import type { VictimCluster } from './victim-cluster.ts';

/** init.c starts machined again, and nothing that it watched over has ended. */
export const machinedKilled: Fault = {
	name: 'machined',
	what: 'kill -9 of machined: its services go on',
	async run(cluster, random) {
		const { pid, address } = random.pick(await cluster.victims());
		const services = (): readonly number[] =>
			processesOf(pid)
				.filter(({ program }) => program === 'etcd' || program === 'trustd' || program.startsWith('containerd'))
				.map((process) => process.pid);
		const [before, started] = [services(), performance.now()];
		let back = 0;
		const { writes } = await watched(cluster, async () => {
			process.kill(machinedOf(pid), 'SIGKILL');
			await answering(cluster, address);
			back = performance.now() - started;
		});
		const lost = before.filter((service) => !services().includes(service));
		if (lost.length > 0) throw new Error(`${lost.length} of ${before.length} services ended with machined`);
		return `the node answers after ${back.toFixed(0)} ms, its ${before.length} services go on; ${writes} writes kept`;
	},
};

/** What a power cut is to a machine: the supervisor gives it a new boot, and it joins again. */
export const processOneKilled: Fault = {
	name: 'pid1',
	what: 'kill -9 of PID 1: the node starts anew and rejoins',
	async run(cluster, random) {
		const { name, pid, address } = random.pick(await cluster.victims());
		const boot = async (): Promise<string> => await cluster.started.read(cluster.context, address, '/proc/sys/kernel/random/boot_id');
		const [old, started] = [await boot(), performance.now()];
		const { writes } = await watched(cluster, async () => {
			process.kill(pid, 'SIGKILL');
			await cluster.waitFor('another boot', 60, async () => ((await boot().catch(() => old)) === old ? undefined : true));
		});
		return `${name} is a voter again after ${((performance.now() - started) / 1000).toFixed(1)} s; ${writes} writes kept`;
	},
};

function machinedOf(firstPid: number): number {
	const found = processesOf(firstPid).find(({ program }) => program === 'machined');
	if (found === undefined) throw new Error('no machined runs');
	return found.pid;
}

async function answering(cluster: VictimCluster, address: string): Promise<void> {
	const { machine } = cluster.started.talos.node(address);
	await cluster.waitFor('the node to answer', 60, async () => await machine.version({}, { timeout: 1000 }).catch(() => undefined));
}
