/** The state of a machine on the wire: resources, the State service, and the specs of the resources that describe resources. */
export * from './gen/cosi/meta_pb.ts';
export * from './gen/cosi/resource_pb.ts';
export * from './gen/cosi/state_pb.ts';
