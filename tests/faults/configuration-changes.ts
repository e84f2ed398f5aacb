import { applyPatches, parsePatch } from '@ichor/machinery/config';
import type { Fault } from './fault.ts';
import { censusOf } from './node-processes.ts';

/** Each is applied whole, the last one holds, and the node keeps nothing of those before. */
export const configurationChanges: Fault = {
	name: 'changes',
	what: 'a thousand configuration changes in a row',
	async run(cluster, random, seconds) {
		const { address, pid } = random.pick(await cluster.victims());
		const original = await cluster.configOf(address);
		const before = censusOf(pid);
		const labelled = (value: number): string =>
			String(applyPatches(original, [parsePatch(`machine: {nodeLabels: {change: "${value}"}}\n`)]).text);
		const started = performance.now();
		let changes = 0;
		for (; changes < wanted && performance.now() - started < longestRun(seconds); changes++)
			await cluster.apply(address, labelled(changes));
		const rate = changes / ((performance.now() - started) / 1000);
		if (!(await cluster.configOf(address)).includes(`change: "${changes - 1}"`)) throw new Error('the last change does not hold');
		await cluster.apply(address, original);
		if ((await cluster.configOf(address)) !== original) throw new Error('the first configuration does not hold again');
		await cluster.well();
		const after = censusOf(pid);
		const [had, has] = [before, after].map(({ descriptors }) => descriptors.get('machined') ?? 0);
		if ((has ?? 0) > (had ?? 0) + 20) throw new Error(`machined has ${has} descriptors, and had ${had}`);
		if (after.mounts > before.mounts) throw new Error(`the node has ${after.mounts} mounts, and had ${before.mounts}`);
		return `${changes} changes, ${rate.toFixed(0)} a second; machined has ${has} descriptors, and had ${had}`;
	},
};

const wanted = 1000;

/** Milliseconds: all of them in a long run, as many as fit in a short one. */
function longestRun(seconds: number): number {
	return seconds >= 60 ? Number.POSITIVE_INFINITY : seconds * 1000;
}
