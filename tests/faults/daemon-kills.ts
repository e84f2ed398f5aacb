import { setTimeout as pause } from 'node:timers/promises';
import { waitFor, withTimeout } from '@ichor/std';
import { longestGap, type Silence, watched } from './callers.ts';
import type { Fault } from './fault.ts';
import { type Census, censusOf, processesOf } from './node-processes.ts';
import type { VictimCluster } from './victim-cluster.ts';

/** SIGKILL for any daemon of any node, again and again, as the kernel's OOM killer would. */
export const daemonKills: Fault = {
	name: 'daemons',
	what: 'kill -9 of daemons at random while clients call',
	async run(cluster, random, seconds) {
		const victims = await cluster.victims();
		const before = victims.map(({ pid }) => censusOf(pid));
		const killed = new Map<string, number>();
		const kills: { readonly at: number; readonly what: string }[] = [];
		const { calls, gap, silence, writes } = await watched(cluster, async () => {
			for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
				const victim = random.pick(victims);
				const program = random.pick(daemons);
				const [target] = processesOf(victim.pid).filter((process) => process.program === program);
				if (target !== undefined) {
					process.kill(target.pid, 'SIGKILL');
					kills.push({ at: performance.now(), what: `${program} of ${victim.name}` });
					killed.set(program, (killed.get(program) ?? 0) + 1);
				}
				await pause(500 + random.below(1500));
			}
		});
		if (gap > longestGap) throw new Error(`the API was silent for ${gap.toFixed(0)} ms: ${told(silence, kills)}`);
		await requireNothingLeft(cluster, before);
		const counts = [...killed].map(([program, count]) => `${count} ${program}`).join(', ');
		return `killed ${counts}; ${calls} calls, longest gap ${gap.toFixed(0)} ms; ${writes} writes kept`;
	},
};

/** What was killed shortly before a silence and in it, and what clients were told. */
function told({ began, ended, failures }: Silence, kills: readonly { readonly at: number; readonly what: string }[]): string {
	const near = kills
		.filter(({ at }) => at > began - 5000 && at < ended)
		.map(({ at, what }) => `${(at - began).toFixed(0)} ms: killed ${what}`);
	return [...near, ...failures].join('; ');
}

const daemons = ['machined', 'apid', 'trustd', 'etcd', 'containerd'];

/** Daemons that were killed have begun anew: they come back to what they had, not at once. */
async function requireNothingLeft(cluster: VictimCluster, before: readonly Census[]): Promise<void> {
	const victims = await cluster.victims();
	const faults = (): string[] =>
		victims.flatMap(({ name, pid }, index) => {
			const [old, now] = [before[index], censusOf(pid)];
			if (old === undefined) return [];
			const more = [...now.descriptors].filter(([program, count]) => count > 1.5 * (old.descriptors.get(program) ?? 0) + 20);
			return [
				...(now.zombies > 0 ? [`${name} has ${now.zombies} zombies`] : []),
				...(now.mounts > old.mounts ? [`${name} has ${now.mounts} mounts, and had ${old.mounts}`] : []),
				...more.map(([program, count]) => `${program} of ${name} has ${count} descriptors, and had ${old.descriptors.get(program) ?? 0}`),
			];
		});
	try {
		await waitFor(withTimeout(cluster.context, 20_000), () => (faults().length === 0 ? true : undefined), 500);
	} catch (error) {
		throw new Error(faults().join('; '), { cause: error });
	}
}
