import { parseArgs } from 'node:util';
import { background, messageOf, withTimeout } from '@ichor/std';
import { Random } from '../compat/random.ts';
import { StartedCluster } from '../integration/started-cluster.ts';
import { failingController, silentNameServers, silentTimeServers } from './causes-named.ts';
import definition from './cluster.ts';
import { configurationChanges } from './configuration-changes.ts';
import { daemonKills } from './daemon-kills.ts';
import type { Fault } from './fault.ts';
import { fullEphemeral, fullState } from './full-disk.ts';
import { joinKills } from './join-kills.ts';
import { kubePrism } from './kubeprism.ts';
import { linearizable } from './linearizable.ts';
import { memoryLimit } from './memory-limit.ts';
import { onewayPartition, partition } from './partition.ts';
import { machinedKilled, processOneKilled } from './process-one.ts';
import { snapshots } from './snapshots.ts';
import { tornState } from './torn-state.ts';
import { VictimCluster } from './victim-cluster.ts';

/**
 * `npm run faults [-- NAME...] [--seed NUMBER] [--seconds NUMBER] [--short]`: does to a cluster of three what goes wrong in
 * the life of machines, and prints a row for each fault: what was measured, or what was found.
 */
const faults: readonly Fault[] = [
	machinedKilled,
	processOneKilled,
	daemonKills,
	configurationChanges,
	fullState,
	fullEphemeral,
	memoryLimit,
	silentNameServers,
	silentTimeServers,
	failingController,
	kubePrism,
	partition,
	onewayPartition,
	tornState,
	joinKills,
	linearizable,
	snapshots,
];

/** What `npm test` has time for. */
const short: readonly Fault[] = [machinedKilled, daemonKills, configurationChanges, fullState];

/** Seconds, beside what the command line says: on a machine that does other things too. */
const longestFault = 900;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { seed: { type: 'string' }, seconds: { type: 'string' }, short: { type: 'boolean', default: false } },
});
const chosen = positionals.length > 0 ? faults.filter(({ name }) => positionals.includes(name)) : values.short ? short : faults;
const unknown = positionals.filter((name) => !faults.some((fault) => fault.name === name));
if (unknown.length > 0) {
	console.error(`no fault is called ${unknown.join(' or ')}; there are: ${faults.map(({ name }) => name).join(', ')}`);
	process.exit(2);
}
if (process.getuid?.() !== 0) {
	console.log('skipped: the faults need container nodes, which need root\n0 passed, 0 failed, 1 skipped');
	process.exit(0);
}
const seed = Number(values.seed ?? (values.short ? 1 : Date.now() % 1_000_000));
const seconds = Number(values.seconds ?? (values.short ? 6 : 600));
console.log(`seed ${seed}: --seed ${seed} --seconds ${seconds} repeats this run`);

// a run that takes too long ends, and takes its cluster away all the same
const started = await StartedCluster.start(background, definition, '../faults/cluster', '--no-kubernetes');
let [passed, failed] = [0, 0];
try {
	const addresses = definition.nodes.map(({ address }) => address);
	const context = withTimeout(background, (chosen.length * longestFault + seconds * 2) * 1000);
	const cluster = await VictimCluster.of(context, started, addresses);
	for (const fault of chosen) {
		const [verdict, outcome] = await done(fault, cluster);
		if (verdict === 'ok') passed += 1;
		else failed += 1;
		console.log(`${verdict.padEnd(7)}${fault.name.padEnd(16)}${fault.what}\n${' '.repeat(23)}${outcome}`);
		// the next fault would be done to a cluster that is ill already
		if (verdict !== 'ok') break;
	}
} finally {
	await started.remove();
}
console.log(`\n${passed} passed, ${failed} failed, ${chosen.length - passed - failed} skipped`);
process.exitCode = failed === 0 ? 0 : 1;

/** Each fault draws from a row of its own, so that one alone does what it does among the others. */
async function done(fault: Fault, cluster: VictimCluster): Promise<readonly ['ok' | 'FAILED', string]> {
	const own = [...fault.name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), seed);
	try {
		return ['ok', await fault.run(cluster, new Random(own), seconds)];
	} catch (error) {
		return ['FAILED', messageOf(error)];
	}
}
