import type { PodContainer } from '@ichor/containerd';

/** Pods that end together. */
export interface PodWave {
	readonly pods: readonly { readonly sandbox: PodContainer; readonly containers: readonly PodContainer[] }[];
	/** Seconds that their containers have to end. */
	readonly grace: number;
}

/**
 * The pods of a machine in the order in which they end: those with a network of their own before those that make networks,
 * static ones after all others, and the API server, which the others talk to, last.
 *
 * @param listed pods and their containers, as they are listed
 * @param fixed the static pods, as `NAMESPACE/POD`
 */
export function podWaves(listed: readonly PodContainer[], fixed: readonly string[]): readonly PodWave[] {
	const pods = listed
		.filter(({ display, pod }) => display === pod)
		.map((sandbox) => ({
			sandbox,
			containers: listed.filter(({ pod, display, pid }) => pod === sandbox.pod && display !== pod && pid !== 0),
		}));
	const rankOf = ({ sandbox: { pod, networkNamespace } }: (typeof pods)[number]): number => {
		if (!fixed.includes(pod)) return networkNamespace === '' ? 1 : 0;
		return pod.startsWith('kube-system/kube-apiserver-') ? 3 : 2;
	};
	return graces.map((grace, rank) => ({ pods: pods.filter((pod) => rankOf(pod) === rank), grace })).filter((wave) => wave.pods.length > 0);
}

/**
 * Seconds by rank: what a kubelet of Talos gives at a shutdown, 30 altogether and 10 of them to critical pods (its
 * KubeletConfiguration). Those that make networks keep nothing that could be lost, and kube-proxy, which has no ear for
 * SIGTERM as PID 1 of its container, would use up any time.
 */
const graces = [20, 5, 10, 10] as const;
