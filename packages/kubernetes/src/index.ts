/** A small client of the Kubernetes API: what a node needs of it, without the weight of the usual libraries (dependencies of machined count in memory). */
export type { ClusterAccess } from './access.ts';
export { KubernetesClient, type ListedObjects } from './client.ts';
export { type Drain, drainNode } from './drain.ts';
export { KubernetesError, type KubernetesErrorCode } from './errors.ts';
export { kubeletPods } from './kubelet.ts';
export { type KubernetesList, type KubernetesObject, type ObjectMetadata, objectName } from './object.ts';
export { type ObjectEvent, watchObjects } from './watch.ts';
