import { request } from 'node:https';
import { type Context, messageOf } from '@ichor/std';
import { codeOfStatus, KubernetesError } from './errors.ts';
import type { KubernetesList, KubernetesObject } from './object.ts';

/**
 * The pods of the kubelet of this machine, as it knows them itself.
 *
 * @param identity a certificate that the kubelet lets in: the API server's own one for it
 * @throws KubernetesError
 */
export async function kubeletPods(
	{ signal }: Context,
	identity: { readonly certificate: string; readonly key: string },
): Promise<readonly KubernetesObject[]> {
	const answer = await new Promise<string>((resolve, reject) => {
		const call = request(
			{
				host: '127.0.0.1',
				port: kubeletPort,
				path: '/pods',
				cert: identity.certificate,
				key: identity.key,
				// its serving certificate is one that it made for itself: what is asked does not leave this machine
				rejectUnauthorized: false,
				agent: false,
				signal,
			},
			(response) => {
				let text = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => (text += chunk));
				response.on('error', reject);
				response.on('end', () => {
					const status = response.statusCode ?? 0;
					if (status === 200) resolve(text);
					else reject(new KubernetesError(codeOfStatus(status), `the kubelet does not tell its pods: HTTP ${status}`));
				});
			},
		);
		call.on('error', (error) =>
			reject(new KubernetesError('unavailable', `the kubelet does not answer: ${messageOf(error)}`, { cause: error })),
		);
		call.end();
	});
	return (JSON.parse(answer) as KubernetesList).items ?? [];
}

/** The kubelet's API for API servers (Kubernetes' documentation, "Ports and Protocols"). */
const kubeletPort = 10250;
