/** A small client of the Kubernetes API: what a node needs of it, without the weight of the usual libraries (dependencies of machined count in memory). */
export type { ClusterAccess } from './access.ts';
export { type ApplyOptions, KubernetesClient, type ListedObjects } from './client.ts';
export { type Drain, drainNode } from './drain.ts';
export { isPassing, KubernetesError, type KubernetesErrorCode } from './errors.ts';
export { Inventory } from './inventory.ts';
export { kubeletPods } from './kubelet.ts';
export { applyManifests } from './manifest-apply.ts';
export { inDependencyOrder, manifestManager, placed } from './manifest-order.ts';
export { type InventoryPolicy, inventoryPolicies, type ManifestChange, type ManifestRules, planManifests } from './manifest-plan.ts';
export { type KubernetesList, type KubernetesObject, type ObjectMetadata, objectName } from './object.ts';
export { patiently } from './patiently.ts';
export { type Condition, isReady, readyCondition } from './ready.ts';
export { unreconciled } from './reconciliation.ts';
export { type ObjectEvent, watchObjects } from './watch.ts';
