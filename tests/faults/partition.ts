import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { UnmetCondition } from '@ichor/machinery/resources';
import { runProgram } from '@ichor/std/node';
import { watched } from './callers.ts';
import type { Fault } from './fault.ts';
import type { Victim, VictimCluster } from './victim-cluster.ts';

/** Nothing passes to the node or from it. */
export const partition: Fault = cut('partition', 'a node is cut off, and comes back', (link) => ({
	cut: [['ip', 'link', 'set', link, 'down']],
	heal: [['ip', 'link', 'set', link, 'up']],
}));

/**
 * It is heard and hears nobody: what election and discovery find hardest. The bridge forgets where it is, and sends to it
 * neither what is for everybody nor what is for those that it does not know.
 */
export const onewayPartition: Fault = cut('oneway', 'a node is heard, and hears nobody', (link) => {
	const port = ['learning', 'flood', 'mcast_flood', 'bcast_flood'];
	const set = (state: string): Command => ['ip', 'link', 'set', link, 'type', 'bridge_slave', ...port.flatMap((flag) => [flag, state])];
	return { cut: [set('off'), ['ip', 'link', 'set', link, 'type', 'bridge_slave', 'fdb_flush']], heal: [set('on')] };
});

type Command = readonly [program: string, ...args: readonly string[]];

/** @param steps for the host's end of the node's link */
function cut(
	name: string,
	what: string,
	steps: (link: string) => { readonly cut: readonly Command[]; readonly heal: readonly Command[] },
): Fault {
	return {
		name,
		what,
		async run(cluster, random, seconds) {
			const victim = random.pick(await cluster.victims());
			const { name: node } = victim;
			const { cut, heal } = steps(cluster.started.folder.link(node));
			const run = async (commands: readonly Command[]): Promise<void> => {
				for (const [program, ...args] of commands) await runProgram(program, args, { signal: cluster.context.signal });
			};
			let healed = 0;
			let cause = '';
			const { gap, writes } = await watched(cluster, async () => {
				try {
					await run(cut);
					await pause(Math.min(seconds, longest) * 1000);
					cause = await causeOf(cluster, victim);
				} finally {
					await run(heal);
					healed = performance.now();
				}
			});
			if (!/quorum|no leader/.test(cause)) throw new Error(`${node} did not say what it misses, but ${JSON.stringify(cause)}`);
			const back = (performance.now() - healed) / 1000;
			if (back > longestReturn) throw new Error(`${node} votes and answers only ${back.toFixed(1)} s after the end of it`);
			return `${node} says "${cause}"; it is a voter that answers ${back.toFixed(1)} s after the end of it; longest gap ${gap.toFixed(0)} ms; ${writes} writes kept`;
		},
	};
}

/** Why a node that nobody reaches is not ready, asked in its own network. */
async function causeOf({ started, context }: VictimCluster, { address, pid }: Victim): Promise<string> {
	const reach = ['--talosconfig', join(started.folder.path, 'talosconfig'), '-e', address, '-n', address];
	const ask = [process.execPath, ichor, ...reach, 'get', 'machinestatus', '-o', 'json'];
	const answer = await runProgram('nsenter', ['--net', '--target', String(pid), ...ask], { signal: context.signal });
	const { spec } = JSON.parse(answer) as { readonly spec: { readonly status: { readonly unmetConditions: readonly UnmetCondition[] } } };
	return spec.status.unmetConditions.map(({ reason }) => reason).join('; ');
}

const ichor = fileURLToPath(new URL('../../apps/ichor/bin/ichor.js', import.meta.url));

/** Seconds after which nothing new happens any more: every timeout of etcd, discovery and TCP's first retransmissions is shorter. */
const longest = 30;

/** Seconds until a node that is reached again votes and answers, on connections that were made since. */
const longestReturn = 10;
