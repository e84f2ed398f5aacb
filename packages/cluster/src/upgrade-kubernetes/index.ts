/** Kubernetes from one version to the next, on a cluster that goes on working. */
export type { KubernetesUpgrade, UpgradedCluster, UpgradedComponent } from './options.ts';
export { detectKubernetesVersion, upgradeKubernetes } from './upgrade-kubernetes.ts';
export { type UpgradePath, upgradePathOf } from './upgrade-path.ts';
