import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { decodeKubeconfig, encodeKubeconfig, type Kubeconfig } from '@ichor/client';
import { type KubeletSecretSpec, plainPem } from '@ichor/machinery/resources';
import type { Context } from '@ichor/std';
import { writeFileAtomically } from '@ichor/std/node';
import { paths } from '../../paths.ts';

/** What the kubelet asks for its first certificate with. */
export function bootstrapKubeconfig(secret: KubeletSecretSpec): string {
	return encodeKubeconfig({
		clusters: new Map([['local', clusterOf(secret)]]),
		users: new Map([['kubelet@local', { token: `${secret.bootstrapTokenID}.${secret.bootstrapTokenSecret}` }]]),
		contexts: new Map([['kubelet@local', { cluster: 'local', user: 'kubelet@local' }]]),
		currentContext: 'kubelet@local',
	});
}

/** Lets the kubeconfig that the kubelet made for itself lead to where the cluster is now. */
export async function refreshKubeconfig(secret: KubeletSecretSpec): Promise<void> {
	const config = await ownKubeconfig();
	if (config !== undefined) await writeFileAtomically(paths.kubeletKubeconfig, encodeKubeconfig(redirected(config, secret)));
}

/**
 * Whether the kubelet goes by a kubeconfig of its own without the name of the server's certificate: it leaves that out when it makes
 * itself one, and makes another as long as it has no certificate.
 */
export async function hasForgottenName(secret: KubeletSecretSpec): Promise<boolean> {
	const config = hasCertificate() ? await ownKubeconfig() : undefined;
	return config !== undefined && !namesServer(config, secret);
}

/** Whether the current context takes a certificate for the name that is said, or for the address where none is. */
export function namesServer(config: Kubeconfig, { endpointTLSServerName }: KubeletSecretSpec): boolean {
	const cluster = config.clusters.get(String(config.contexts.get(config.currentContext)?.['cluster']));
	return cluster === undefined || cluster['tls-server-name'] === endpointTLSServerName;
}

/** Whether the kubelet has the certificate by which the API server knows it. */
export function hasCertificate(): boolean {
	return existsSync(clientCertificate);
}

/** A kubeconfig whose current context leads to where the cluster is; one without such a context stays as it is. */
export function redirected(config: Kubeconfig, secret: KubeletSecretSpec): Kubeconfig {
	const name = config.contexts.get(config.currentContext)?.['cluster'];
	if (typeof name !== 'string') return config;
	const { 'certificate-authority': _, 'tls-server-name': __, ...kept } = config.clusters.get(name) ?? {};
	return { ...config, clusters: new Map([[name, { ...kept, ...clusterOf(secret) }]]) };
}

/**
 * Removes the kubelet's certificates when they are those of another node or of another authority: it asks for new ones.
 * What it signed for itself goes in any case: it makes that anew.
 */
export async function removeStaleCertificates(context: Context, accepted: readonly string[], nodename: string | undefined): Promise<void> {
	const text = await readFile(clientCertificate, 'utf8').catch(() => undefined);
	const own = text === undefined ? undefined : certificatesOf(text).find(({ ca }) => !ca);
	const reason = own === undefined ? undefined : staleness(own, accepted, nodename);
	if (reason !== undefined) {
		context.log('info', `kubelet client certificate ${reason}, removing`);
		await rm(paths.kubeletPki, { recursive: true, force: true });
		await rm(paths.kubeletKubeconfig, { force: true });
	}
	for (const name of ['kubelet.crt', 'kubelet.key']) await rm(`${paths.kubeletPki}/${name}`, { force: true });
}

/** As the kubelet calls it (pkg/kubelet/certificate/bootstrap). */
const clientCertificate = `${paths.kubeletPki}/kubelet-client-current.pem`;

async function ownKubeconfig(): Promise<Kubeconfig | undefined> {
	if (!existsSync(paths.kubeletKubeconfig)) return undefined;
	return decodeKubeconfig(await readFile(paths.kubeletKubeconfig, 'utf8'), paths.kubeletKubeconfig);
}

function clusterOf({ endpoint, endpointTLSServerName, acceptedCAs }: KubeletSecretSpec) {
	return {
		server: endpoint,
		...(endpointTLSServerName === undefined ? {} : { 'tls-server-name': endpointTLSServerName }),
		'certificate-authority-data': btoa(acceptedCAs.map(({ crt }) => plainPem(crt)).join('')),
	};
}

function staleness(own: X509Certificate, accepted: readonly string[], nodename: string | undefined): string | undefined {
	if (nodename !== undefined && !own.subject.split('\n').includes(`CN=system:node:${nodename}`)) {
		return 'does not match the expected nodename';
	}
	const trusted = accepted.flatMap(certificatesOf).some((authority) => own.checkIssued(authority) && own.verify(authority.publicKey));
	return trusted ? undefined : 'does not match any accepted CAs';
}

function certificatesOf(pem: string): readonly X509Certificate[] {
	return (pem.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g) ?? []).map((block) => new X509Certificate(block));
}
