/** Whether Kubernetes is well: what follows on the checks of the machines in `@ichor/client/health`. */
export { kubernetesChecks } from './kubernetes-checks.ts';
export { KubernetesOfCluster } from './kubernetes-of-cluster.ts';
