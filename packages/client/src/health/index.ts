/** Whether a cluster is well: the checks of `health`, which the command and the machines share. */
export { allNodes, type CheckedCluster, type CheckedNode, type ClusterCheck, skipped } from './cluster-check.ts';
export { healthProgress } from './health-progress.ts';
export { nodeChecks } from './node-checks.ts';
