import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildPart, Cache, kubernetesVersions, Lock } from '@ichor/imager';
import { runProgram } from '@ichor/std/node';
import definition from './cluster.ts';
import type { Fault } from './fault.ts';
import { historyOf } from './history.ts';
import { processesOf } from './node-processes.ts';
import { callTimeout, type VictimCluster, wipedAndBooted } from './victim-cluster.ts';

/**
 * What clients of etcd are told while members leave and join and daemons are killed is what one that does one thing after
 * another would have told them. Porcupine, which also judges etcd's own robustness tests, says so.
 */
export const linearizable: Fault = {
	name: 'linearizable',
	what: "etcd's answers while machined and etcd are killed, and a member leaves and joins",
	async run(cluster, random, seconds) {
		const judge = await porcupine(cluster);
		const leaver = random.pick(await cluster.victims());
		let kills = 0;
		const history = await historyOf(cluster, random, async () => {
			const end = Date.now() + Math.min(seconds, longest) * 1000;
			await cluster.started.talos.node(leaver.address).machine.reset({ graceful: true, ...wipedAndBooted }, { timeout: callTimeout });
			while (Date.now() < end) {
				await pause(500 + random.below(3000));
				const victim = random.pick(await cluster.victims());
				const program = random.pick(['machined', 'machined', 'etcd']);
				const target = processesOf(victim.pid).find((process) => process.program === program);
				if (target === undefined) continue;
				process.kill(target.pid, 'SIGKILL');
				kills += 1;
			}
			await cluster.well();
		});
		const answered = history.filter(({ unknown }) => !unknown).length;
		if (answered < leastAnswers) throw new Error(`only ${answered} operations were answered: that says nothing`);
		const [verdict, ...contradiction] = await judged(cluster, judge, history);
		if (verdict !== 'Ok') throw new Error(`porcupine says ${verdict}: ${contradiction.join(' ')}`);
		// who finds nothing wrong with what was never written finds nothing at all
		const invented = history.map((one, index) => (index === history.length >> 1 ? { ...one, kind: 'get', value: 'never' } : one));
		const [onInvented] = await judged(cluster, judge, invented);
		if (onInvented !== 'Illegal') throw new Error(`porcupine says ${onInvented} of a value that nobody wrote`);
		const unanswered = history.length - answered;
		return `${answered} operations during ${kills} kills are linearizable, with ${unanswered} writes that nobody answered; ${leaver.name} left and joined`;
	},
};

/** Seconds. */
const longest = 60;
const leastAnswers = 500;

/** @returns what porcupine says, and the operations that contradict each other */
async function judged({ context }: VictimCluster, judge: string, history: readonly object[]): Promise<readonly string[]> {
	const input = history.map((operation) => JSON.stringify(operation)).join('\n');
	return (await runProgram(judge, [], { input, signal: context.signal })).trim().split('\n');
}

async function porcupine({ context }: VictimCluster): Promise<string> {
	const checkout = fileURLToPath(new URL('../..', import.meta.url));
	const lock = await Lock.read(join(checkout, 'os'));
	const place = { checkout, cache: Cache.fromEnvironment(process.env), lock, versions: kubernetesVersions(definition.kubernetes) };
	return join((await buildPart(context, 'porcupine', place)).path, 'porcupine');
}
