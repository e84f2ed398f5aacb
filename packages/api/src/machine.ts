/** The API of a machine: MachineService and every message of its calls. The newer services stand beside: `@ichor/api/machine/image` and so on. */
export * from './gen/machine/configuration_pb.ts';
export * from './gen/machine/containers_pb.ts';
export * from './gen/machine/etcd_pb.ts';
export * from './gen/machine/events_pb.ts';
export * from './gen/machine/files_pb.ts';
export * from './gen/machine/image_pb.ts';
export * from './gen/machine/logs_pb.ts';
export * from './gen/machine/machine_pb.ts';
export * from './gen/machine/meta_pb.ts';
export * from './gen/machine/network_pb.ts';
export * from './gen/machine/processes_pb.ts';
export * from './gen/machine/sequences_pb.ts';
export * from './gen/machine/services_pb.ts';
export * from './gen/machine/system_pb.ts';
export * from './gen/machine/version_pb.ts';
