/** etcd's services (KV, Watch, Lease, Cluster, Maintenance) and what it stores. */
export * from './gen/etcd/kv_pb.ts';
export * from './gen/etcd/rpc_pb.ts';
