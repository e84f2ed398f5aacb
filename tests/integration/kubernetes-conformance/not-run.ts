/** Conformance tests that are not run here, and why: the first reason that fits counts. */
export const notRun: readonly { readonly names: RegExp; readonly reason: string }[] = [
	{ names: /\[Serial\]/, reason: 'wants the cluster for itself' },
	{ names: /\[Disruptive\]/, reason: 'breaks nodes for the tests beside it' },
	{ names: /\[Slow\]/, reason: 'takes minutes' },
	{ names: /Probing container/, reason: 'watches a pod for four minutes each' },
	{ names: /EmptyDir wrapper volumes.*race/, reason: 'makes hundreds of pods' },
	{ names: /ImageVolume|Image volume/, reason: 'its image, kitten, is a picture behind nginx, which is not built here yet' },
	{
		names: /Proxy version v1 should proxy through a service and a pod/,
		reason: 'its image here lacks the certificate that it serves HTTPS with',
	},
	{ names: /Aggregator/, reason: 'its image, sample-apiserver, is a released module of its own that is not built here yet' },
	{ names: /Update Demo|Guestbook/, reason: 'its images, nautilus and kitten, are pictures behind nginx, which is not built here yet' },
	{
		names: /Networking Granular|Services should|DNS should|HostPort|session affinity/,
		reason: 'calls curl or dig in its pods, which the image here does not have yet',
	},
	{
		names: /StatefulSet|Deployment|ReplicaSet|ReplicationController|DaemonSet|Daemon set|Kubectl (?:expose|run|replace|server-side)/,
		reason: 'its image, nginx, is not built here yet',
	},
];

/** Areas of tests that are run, each by a process of its own, two beside each other. */
export const areas = [
	'api-machinery',
	'storage',
	'node',
	'apps',
	'auth',
	'instrumentation',
	'architecture',
	'cli',
	'network',
	'scheduling',
] as const;
