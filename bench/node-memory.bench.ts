import type { Figure } from './figure.ts';
import { recordedTalos } from './node/anchors.ts';
import { descendants, programOf, pssOf } from './node/process-memory.ts';
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
