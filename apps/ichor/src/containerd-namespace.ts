import type { ContainerDriver } from '@ichor/api/common';
import { toggle } from './command/flag-kinds.ts';

/** The flags that choose between the containers of the system and those of Kubernetes. */
export const containerdFlags = {
	kubernetes: toggle('kubernetes', 'those of Kubernetes', { shorthand: 'k' }),
	useCri: toggle('use-cri', 'has no effect', { hidden: true }),
};

/** What the API calls them. */
export async function containerdNamespace(kubernetes: boolean): Promise<{ readonly namespace: string; readonly driver: ContainerDriver }> {
	const { ContainerDriver: drivers } = await import('@ichor/api/common');
	return kubernetes ? { namespace: 'k8s.io', driver: drivers.CRI } : { namespace: 'system', driver: drivers.CONTAINERD };
}
