/**
 * What three nodes of Talos 1.13.9 with Kubernetes 1.36.3, as containers on one machine with 2 cores, did. They were
 * measured once, by the issue that asks for these benches; a real Talos cannot run beside ours without its images.
 */
export const recordedTalos = {
	name: 'Talos 1.13.9 (recorded)',
	/** Container start to API answering, of a node with its configuration, in seconds. */
	startToApi: 3,
	/** `Version`, 20 clients, calls per second. */
	calls: { direct: 5045, twoHops: 2623, oneToMany: 3030 },
	/** `Version`, one client, milliseconds. */
	latency: { median: 0.73, percentile99: 2.4 },
	/** `Read` of a file of 400 MB, MB/s. */
	read: { oneHop: 60, twoHops: 46 },
	/** `Copy` of the same as a compressed archive, MB/s. */
	copy: { oneHop: 27, twoHops: 20 },
	/** Proportional set size in MiB: machined, apid and trustd together; both containerds; etcd; the kubelet. */
	memory: { own: 103, containerd: 47, etcd: 69, kubelet: 119 },
	/** `bootstrap` to three Ready nodes with the images on the bridge, in seconds. */
	bootstrapToReady: 81,
	/** From the last answer of a shared address whose holder lost power to the first of the next one's, in seconds; one trial. */
	failOver: 41,
} as const;
