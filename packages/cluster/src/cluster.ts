import { defaults, parseContract, type TalosContract } from '@ichor/machinery/versions';
import type { ClusterDefinition, PatchTarget } from './definition.ts';
import { ClusterError } from './errors.ts';
import { problemsOf } from './problems.ts';
import { problemsOfShape } from './shape.ts';

/** A cluster with everything derived. */
export interface Cluster {
	readonly name: string;
	readonly definition: ClusterDefinition;
	readonly contract: TalosContract;
	/** `1.36.3`. */
	readonly kubernetes: string;
	/** The URL of the Kubernetes API: the VIP's, else the first control plane's. */
	readonly endpoint: string;
	/** Control planes first, in the order of the definition. */
	readonly nodes: readonly ClusterNode[];
}

export type ClusterNode = PatchTarget;

/**
 * Defines a cluster: the default export of a cluster.ts.
 *
 * @param name of the cluster, in Kubernetes and in a talosconfig
 * @throws ClusterError `definition` with everything that is wrong
 */
export function cluster(name: string, definition: ClusterDefinition): Cluster {
	refuse(name, problemsOfShape(definition));
	const nodes: readonly ClusterNode[] = [
		...definition.controlPlanes.map((node) => ({ ...node, role: 'controlplane' as const })),
		...(definition.workers ?? []).map((node) => ({ ...node, role: 'worker' as const })),
	];
	refuse(name, problemsOf(name, definition, nodes));
	const host = definition.network.vip ?? nodes[0]?.address ?? '';
	return {
		name,
		definition,
		contract: parseContract(definition.talos ?? defaults.talosVersion),
		kubernetes: definition.kubernetes ?? defaults.defaultKubernetesVersion,
		endpoint: `https://${host.includes(':') ? `[${host}]` : host}:${defaults.controlPlanePort}`,
		nodes,
	};
}

function refuse(name: string, problems: readonly string[]): void {
	if (problems.length > 0)
		throw new ClusterError('definition', `the cluster "${name}" cannot be made:\n${problems.map((line) => `  ${line}`).join('\n')}`);
}
