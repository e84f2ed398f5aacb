import { readdir, readFile, readlink } from 'node:fs/promises';
import type { Figure } from './figure.ts';
import { recordedTalos } from './node/anchors.ts';
import { runningCluster } from './node/running-cluster.ts';

const { name: anchorName, memory: anchors } = recordedTalos;

/** What a figure counts: every process that runs this program. Our daemons are all there is of Node on a node. */
const groups = [
	{ name: 'machined, apid and trustd', program: '/usr/bin/node', anchor: anchors.own },
	{ name: 'containerd', program: '/usr/bin/containerd', anchor: anchors.containerd },
	{ name: 'etcd', program: '/usr/local/bin/etcd', anchor: anchors.etcd },
	{ name: 'kubelet', program: '/usr/local/bin/kubelet', anchor: anchors.kubelet },
] as const;

/** The memory of the running cluster's first node, as proportional set size: what is shared is shared out (proc(5)). */
export async function* bench(): AsyncIterable<Figure> {
	const { nodes } = await runningCluster();
	const processes = await Promise.all(
		(await descendants(nodes[0].pid)).map(async (pid) => ({ program: await programOf(pid), pss: await pssOf(pid) })),
	);
	for (const { name, program, anchor } of groups) {
		const own = processes.filter((process) => process.program === program);
		const ours = own.reduce((sum, { pss }) => sum + pss, 0) / 2 ** 20;
		if (own.length > 0) yield { name: `PSS of ${name}`, unit: 'MiB', ours, anchor: { name: anchorName, value: anchor }, goal: 1 };
	}
	const all = processes.reduce((sum, { pss }) => sum + pss, 0) / 2 ** 20;
	yield { name: 'PSS of every process of the node', unit: 'MiB', ours: all, why: `${processes.length} processes` };
}

/** A process and all below it, in the host's numbers. */
async function descendants(root: number): Promise<readonly number[]> {
	const parents = new Map<number, number[]>();
	for (const entry of await readdir('/proc')) {
		if (!/^\d+$/.test(entry)) continue;
		const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
		const parent = Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]);
		parents.set(parent, [...(parents.get(parent) ?? []), Number(entry)]);
	}
	const found = [root];
	for (const pid of found) found.push(...(parents.get(pid) ?? []));
	return found;
}

/** As the process sees it: its root is another than the host's. */
async function programOf(pid: number): Promise<string> {
	return await readlink(`/proc/${pid}/exe`).catch(() => '');
}

/** Bytes; 0 of a process that has gone. */
async function pssOf(pid: number): Promise<number> {
	const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
	return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
}
