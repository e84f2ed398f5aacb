/** A cluster as one typed program: what `cluster.ts` imports, and what makes documents of it. */
export { type Cluster, type ClusterNode, cluster } from './cluster.ts';
export type { ClusterDefinition, ClusterNetwork, NodeDefinition, PatchDefinition } from './definition.ts';
export { ClusterError, type ClusterErrorCode } from './errors.ts';
export { type LocalServices, localPatch } from './local-patch.ts';
export { nodes, role } from './nodes.ts';
export { type RenderedNode, type RenderOptions, render } from './render.ts';
export { type Subnet, subnet } from './subnet.ts';
