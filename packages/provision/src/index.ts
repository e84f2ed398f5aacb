export type { ClusterDescription, ClusterNetwork, NodeDescription, NodeStatus } from './cluster.ts';
export { ClusterFolder } from './cluster-folder.ts';
export { discoveryPort, registryPort } from './constants.ts';
export { ContainerMachines, type GatewayServices, type WantedMachines } from './container-machines.ts';
export { ProvisionError, type ProvisionErrorCode } from './errors.ts';
export { type HostNeeds, installHostPrograms, isInstalled } from './host-programs.ts';
export { createCluster, destroyCluster, isRunning } from './local-cluster.ts';
export { hostAddress } from './network.ts';
export { SupervisorClient } from './supervisor-client.ts';
