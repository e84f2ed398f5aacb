/** How to reach an API server, and as whom: what a kubeconfig says of its current context. */
export interface ClusterAccess {
	/** `https://127.0.0.1:7445` */
	readonly server: string;
	/** The certificates that the server is known by, PEM. */
	readonly authority: string;
	/** A certificate with its key, PEM, or a token; neither is an anonymous caller. */
	readonly certificate?: string;
	readonly key?: string;
	readonly token?: string;
}
