/** What a health check is about. */
export interface HealthOptions {
	/** The addresses of the machines that there should be; those that discovery knows when none is named. */
	readonly controlPlanes: readonly string[];
	readonly workers: readonly string[];
	/** In Go's spelling. */
	readonly timeout: string;
	/** `HOST` or `HOST:PORT` of the Kubernetes API; empty for what the kubeconfig says. */
	readonly kubernetesEndpoint: string;
}
