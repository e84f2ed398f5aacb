import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ApplyConfigurationRequest_Mode as Mode } from '@ichor/api/machine';
import { applyPatches, parsePatch } from '@ichor/machinery/config';
import { RpcError } from '@ichor/rpc';
import { runProgram } from '@ichor/std/node';
import { watched } from './callers.ts';
import { diagnosed } from './diagnosed.ts';
import type { Fault } from './fault.ts';
import { callTimeout, type VictimCluster } from './victim-cluster.ts';

/** A configuration that cannot be kept is refused, and the one that is there stays whole. */
export const fullState: Fault = {
	name: 'full-state',
	what: 'STATE is full while a configuration is applied',
	async run(cluster, random) {
		const { address, pid } = random.pick(await cluster.victims());
		const before = await cluster.configOf(address);
		let named = 0;
		const said = await filled(cluster, pid, '/system/state', async () => {
			const text = String(applyPatches(before, [parsePatch(`machine: {nodeLabels: {full: "${'x'.repeat(50)}"}}\n`)]).text);
			const request = { data: new TextEncoder().encode(text), mode: Mode.NO_REBOOT };
			const node = cluster.started.talos.node(address);
			named = await diagnosed(cluster, node, 'volume-full-state', 'is full', callTimeout);
			return await node.machine.applyConfiguration(request, { timeout: callTimeout }).then(
				() => 'applied',
				(error: unknown) => (error instanceof RpcError ? error.message : String(error)),
			);
		});
		if (!/no space left on device/i.test(said)) throw new Error(`with a full STATE the node said: ${said}`);
		if ((await cluster.configOf(address)) !== before) throw new Error('a refused configuration holds');
		await cluster.well();
		return `named after ${named.toFixed(1)} s; refused (${said}), and the configuration of before holds`;
	},
};

/** etcd stops when it cannot write, loses nothing, and comes back when there is room. */
export const fullEphemeral: Fault = {
	name: 'full-ephemeral',
	what: 'EPHEMERAL is full under etcd and logs',
	async run(cluster, random, seconds) {
		const { name, pid, address } = random.pick(await cluster.victims());
		let [freed, named] = [0, 0];
		const { calls, gap, writes } = await watched(cluster, async () => {
			await filled(cluster, pid, '/var', async () => {
				named = await diagnosed(cluster, cluster.started.talos.node(address), 'volume-full-ephemeral', 'is full', callTimeout);
				await pause(Math.min(seconds, 20) * 1000);
			});
			freed = performance.now();
		});
		const back = (performance.now() - freed) / 1000;
		return `named after ${named.toFixed(1)} s; ${name} is well ${back.toFixed(1)} s after there is room; ${calls} calls, longest gap ${gap.toFixed(0)} ms; ${writes} writes kept`;
	},
};

/** @returns what `meanwhile` returns, done while no byte is left on a node's volume */
async function filled<Result>({ context }: VictimCluster, pid: number, path: string, meanwhile: () => Promise<Result>): Promise<Result> {
	const folder = join(`/proc/${pid}/root`, path);
	const ballast = join(folder, 'ballast');
	try {
		// whole mebibytes first, which takes no time; then what is left, block by block
		for (const unit of [1 << 20, 4096]) {
			const { bavail, bsize } = await statfs(folder);
			const length = Math.floor((bavail * bsize) / unit) * unit;
			if (length > 0)
				await runProgram('fallocate', ['--length', String(length), `${ballast}-${unit}`], { signal: context.signal }).catch(
					() => undefined,
				);
		}
		return await meanwhile();
	} finally {
		for (const unit of [1 << 20, 4096]) await rm(`${ballast}-${unit}`, { force: true });
	}
}
