import type { ContainerDriver, ContainerdNamespace } from '@ichor/api/common';
import { clientFlags } from './client-flags.ts';
import { text } from './command/flag-kinds.ts';

/** What {@link imageNamespace} knows. */
export const imageNamespaces = ['cri', 'inmem', 'system'] as const;

/** The flags of every command about images. */
export const imageFlags = {
	...clientFlags,
	namespace: text('namespace', 'whose images: system (of etcd and the kubelet), cri (of pods) or inmem (of the containerd in memory)', {
		initial: 'cri',
		completion: { kind: 'choices', choices: imageNamespaces },
	}),
};

/**
 * The containerd that holds the images, and its namespace.
 *
 * @throws Error for a name that is none
 */
export async function imageNamespace(name: string): Promise<{ readonly driver: ContainerDriver; readonly namespace: ContainerdNamespace }> {
	const { ContainerDriver: drivers, ContainerdNamespace: namespaces } = await import('@ichor/api/common');
	switch (name) {
		case 'cri':
			return { driver: drivers.CRI, namespace: namespaces.NS_CRI };
		case 'system':
			return { driver: drivers.CRI, namespace: namespaces.NS_SYSTEM };
		case 'inmem':
			return { driver: drivers.CONTAINERD, namespace: namespaces.NS_SYSTEM };
		default:
			throw new Error(`unsupported namespace ${JSON.stringify(name)}`);
	}
}
