import { readFile } from 'node:fs/promises';
import { decodeKubeconfig } from '@ichor/client';
import { type ClusterAccess, KubernetesClient } from '@ichor/kubernetes';
import { paths } from '../../paths.ts';

/** A client for what the current context of a kubeconfig says. Throws ClientError for what is no kubeconfig. */
export async function clientOf(kubeconfig: string): Promise<KubernetesClient> {
	return new KubernetesClient(await accessOf(kubeconfig));
}

/** A client as the node itself; undefined while the kubelet has no kubeconfig, or one whose certificate is not there. */
export async function nodeClient(): Promise<KubernetesClient | undefined> {
	const text = await readFile(paths.kubeletKubeconfig, 'utf8').catch(() => undefined);
	if (text === undefined) return undefined;
	try {
		return await clientOf(text);
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
}

async function accessOf(kubeconfig: string): Promise<ClusterAccess> {
	const config = decodeKubeconfig(kubeconfig);
	const context = config.contexts.get(config.currentContext);
	const cluster = config.clusters.get(textAt(context, 'cluster') ?? '');
	const user = config.users.get(textAt(context, 'user') ?? '');
	const certificate = await pemAt(user, 'client-certificate');
	const key = await pemAt(user, 'client-key');
	const token = textAt(user, 'token');
	return {
		server: textAt(cluster, 'server') ?? '',
		authority: (await pemAt(cluster, 'certificate-authority')) ?? '',
		...(certificate === undefined ? {} : { certificate }),
		...(key === undefined ? {} : { key }),
		...(token === undefined ? {} : { token }),
	};
}

/** In the file itself, in base64, or in a file that it names. */
async function pemAt(entry: object | undefined, field: string): Promise<string | undefined> {
	const data = textAt(entry, `${field}-data`);
	if (data !== undefined) return atob(data);
	const path = textAt(entry, field);
	return path === undefined ? undefined : await readFile(path, 'utf8');
}

function textAt(entry: object | undefined, field: string): string | undefined {
	const value: unknown = entry === undefined ? undefined : Reflect.get(entry, field);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
