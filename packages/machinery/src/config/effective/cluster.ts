import { kubePrismPort } from '../../versions/defaults.ts';
import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';

export interface Cluster {
	readonly name: string;
	/** The URL of the Kubernetes API. */
	readonly endpoint: string;
}

/** The cluster's name and endpoint, by the document or else by the root document; undefined when neither has an endpoint. */
export function cluster(config: MachineConfig): Cluster | undefined {
	const [document] = documentsOf(config, 'KubeClusterConfig');
	if (document !== undefined) return { name: document.value.clusterName ?? '', endpoint: document.value.endpoint ?? '' };
	const { clusterName = '', controlPlane } = rootOf(config)?.cluster ?? {};
	return controlPlane && { name: clusterName, endpoint: controlPlane.endpoint ?? '' };
}

/** The load balancer for the Kubernetes API on this machine, by the document or else by the root document; undefined when it is off. */
export function kubePrism(config: MachineConfig): { readonly port: number; readonly tlsServerName: string } | undefined {
	const [document] = documentsOf(config, 'KubePrismConfig');
	if (document !== undefined) return { port: Number(document.value.port ?? 0), tlsServerName: document.value.tlsServerName ?? '' };
	const legacy = rootOf(config)?.machine?.features?.kubePrism;
	return legacy?.enabled ? { port: Number(legacy.port || kubePrismPort), tlsServerName: '' } : undefined;
}

/** Which pods may use the Talos API, by the document or else by the root document; undefined when none may. */
export function talosAPIAccess(
	config: MachineConfig,
): { readonly allowedRoles: readonly string[]; readonly allowedNamespaces: readonly string[] } | undefined {
	const [document] = documentsOf(config, 'KubeTalosAPIAccessConfig');
	const legacy = rootOf(config)?.machine?.features?.kubernetesTalosAPIAccess;
	const source = document?.value ?? (legacy?.enabled ? legacy : undefined);
	return source && { allowedRoles: source.allowedRoles ?? [], allowedNamespaces: source.allowedKubernetesNamespaces ?? [] };
}
