/*
 * An HTTP server out of an image that every cluster has: CoreDNS tells its health. It goes on for a while after it was told
 * to end, as a server should: until then nodes may still send it requests.
 */

/** Where its pods read what they do. */
export function httpFiles(name: string) {
	return {
		apiVersion: 'v1',
		kind: 'ConfigMap',
		metadata: { name },
		data: { Corefile: '.:5353 {\n  whoami\n  health :8080 {\n    lameduck 10s\n  }\n}\n' },
	};
}

/** What lets nodes that are drained take one of its pods after the other, and never two. */
export function httpBudget(name: string) {
	return {
		apiVersion: 'policy/v1',
		kind: 'PodDisruptionBudget',
		metadata: { name },
		spec: { maxUnavailable: 1, selector: { matchLabels: { app: name } } },
	};
}

/** Its pods, labelled `app`, on different nodes as far as there are any; they serve `/health` on port 8080. */
export function httpDeployment(name: string, { image, replicas }: { readonly image: string; readonly replicas: number }) {
	const labels = { app: name };
	return {
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: { name },
		spec: {
			replicas,
			selector: { matchLabels: labels },
			template: {
				metadata: { labels },
				spec: {
					topologySpreadConstraints: [
						{
							maxSkew: 1,
							topologyKey: 'kubernetes.io/hostname',
							whenUnsatisfiable: 'ScheduleAnyway',
							labelSelector: { matchLabels: labels },
						},
					],
					containers: [
						{
							name,
							image,
							args: ['-conf', '/etc/coredns/Corefile'],
							readinessProbe: { httpGet: { path: '/health', port: 8080 } },
							volumeMounts: [{ name: 'config', mountPath: '/etc/coredns' }],
						},
					],
					volumes: [{ name: 'config', configMap: { name } }],
				},
			},
		},
	};
}
