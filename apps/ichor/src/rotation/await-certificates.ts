import { X509Certificate } from 'node:crypto';
import type { TalosClient } from '@ichor/client/api';
import { ApiCertificates, type ApiCertificatesSpec, apiCertificatesId } from '@ichor/machinery/resources';
import { failureText } from '../nodes/failure-text.ts';
import { NotYet } from '../track/retry.ts';
import { patiently } from './change-nodes.ts';
import type { RotationOptions } from './rotation.ts';

/** What the certificates of a node's API have become. PEM. */
export type CertificateState = (certificates: ApiCertificatesSpec) => boolean;

/** Certificates of an authority are accepted. */
export function accepts(authority: string): CertificateState {
	return ({ acceptedCAs }) => acceptedCAs.some(({ crt }) => atob(crt).trim() === authority.trim());
}

/** A node proves itself, to clients and to other nodes, with certificates of an authority. */
export function isIssuedBy(authority: string): CertificateState {
	const { publicKey } = new X509Certificate(authority);
	const isOfIt = (crt: string): boolean => new X509Certificate(atob(crt)).verify(publicKey);
	return ({ server, client }) => isOfIt(server.crt) && (client === null || isOfIt(client.crt));
}

/**
 * Waits until every node has come so far: a node that still shows, or knows, less than the others would be refused by them,
 * or refuse them, after the next step.
 *
 * @throws Error when one does not come so far in time
 */
export async function awaitCertificates(
	client: TalosClient,
	{ controlPlanes, workers, dryRun, signal }: RotationOptions,
	state: CertificateState,
): Promise<void> {
	if (dryRun) return;
	await Promise.all(
		[...controlPlanes, ...workers].map(async (node) => {
			try {
				await patiently(signal, async () => {
					const { resource } = await client.node(node).state.get(ApiCertificates.pointer(apiCertificatesId), { signal });
					if (!state(ApiCertificates.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array()))) throw new NotYet();
				});
			} catch (error) {
				const why = error instanceof NotYet ? 'its certificates are the old ones' : failureText(error);
				throw new Error(`error waiting for the certificates of node ${node}: ${why}`, { cause: error });
			}
		}),
	);
}
