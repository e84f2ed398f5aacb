import { type CertificateAndKey, issueKeyPair } from '@ichor/machinery/pki';
import { defaults } from '@ichor/machinery/versions';
import type { Kubeconfig } from './kubeconfig.ts';

export interface AdminKubeconfigOptions {
	readonly clusterName: string;
	/** The URL of the Kubernetes API. */
	readonly endpoint: string;
	/** Signs the admin's certificate. */
	readonly authority: CertificateAndKey;
	/** The certificates (PEM) by which the client knows the API server; the signing one unless told otherwise. */
	readonly acceptedCertificates?: readonly string[];
	readonly now: Date;
	/** How long the certificate is valid, in milliseconds; a year unless told otherwise (`cluster.adminKubeconfig.certLifetime`). */
	readonly lifetime?: number;
}

/** A kubeconfig of the cluster's administrator, with a certificate of its own. Throws PkiError when the authority is broken. */
export async function adminKubeconfig(options: AdminKubeconfigOptions): Promise<Kubeconfig> {
	const { clusterName, endpoint, authority, acceptedCertificates = [authority.crt], now } = options;
	const lifetime = options.lifetime ?? defaults.clientCertificateLifetime;
	const client = await issueKeyPair(
		authority,
		{ organization: ['system:masters'], commonName: ['admin'] },
		{
			notBefore: new Date(now.getTime() - defaults.allowedClockSkew),
			notAfter: new Date(now.getTime() + lifetime),
			keyUsage: ['digitalSignature', 'keyEncipherment'],
			extendedKeyUsage: ['clientAuth'],
		},
	);
	const user = `admin@${clusterName}`;
	return {
		clusters: new Map([[clusterName, { server: endpoint, 'certificate-authority-data': btoa(acceptedCertificates.join('')) }]]),
		users: new Map([[user, { 'client-certificate-data': btoa(client.crt), 'client-key-data': btoa(client.key) }]]),
		contexts: new Map([[user, { cluster: clusterName, namespace: 'default', user }]]),
		currentContext: user,
	};
}
