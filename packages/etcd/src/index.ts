export { EtcdClient, type EtcdEndpoints } from './etcd-client.ts';
