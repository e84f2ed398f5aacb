/** A cluster on machines of this host: for whoever starts one, not for definitions. */
export { clusterSecrets } from './cluster-secrets.ts';
export type { KubernetesNode } from './kubernetes-up.ts';
export { bringClusterUp, type ClusterUp, type LocalMachines, type WantedMachines } from './up.ts';
