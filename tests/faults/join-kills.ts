import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../compat/random.ts';
import { watched } from './callers.ts';
import type { Fault } from './fault.ts';
import { processesOf } from './node-processes.ts';
import { callTimeout, type VictimCluster, wipedAndBooted } from './victim-cluster.ts';

/** A member leaves, loses its data and joins as a learner, while etcd is killed under it and under those that it asks. */
export const joinKills: Fault = {
	name: 'join',
	what: 'etcd is killed at random while a member leaves and joins',
	async run(cluster, random, seconds) {
		const leaver = random.pick(await cluster.victims());
		const started = performance.now();
		let kills = 0;
		const { writes } = await watched(cluster, async () => {
			await cluster.started.talos.node(leaver.address).machine.reset({ graceful: true, ...wipedAndBooted }, { timeout: callTimeout });
			for (const end = Date.now() + Math.min(seconds, longest) * 1000; Date.now() < end; ) {
				await pause(300 + random.below(2500));
				kills += await killOneEtcd(cluster, random);
			}
		});
		return `${leaver.name} votes again after ${((performance.now() - started) / 1000).toFixed(1)} s and ${kills} kills; ${writes} writes kept`;
	},
};

/** Seconds: leaving, the reboot and the promotion take less. */
const longest = 40;

async function killOneEtcd(cluster: VictimCluster, random: Random): Promise<number> {
	const victim = random.pick(await cluster.victims());
	const [etcd] = processesOf(victim.pid).filter(({ program }) => program === 'etcd');
	if (etcd === undefined) return 0;
	process.kill(etcd.pid, 'SIGKILL');
	return 1;
}
