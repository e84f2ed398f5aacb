/** Snapshots of etcd as files. */
export { EtcdFileError, type EtcdFileErrorCode } from './errors.ts';
export { type SnapshotStatus, snapshotStatus } from './snapshot-status.ts';
