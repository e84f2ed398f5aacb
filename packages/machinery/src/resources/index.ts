/** Every type of resource that a machine has: to add one, write its file and name it in the index of its domain. */
import { createRegistry, type ResourceType, type TypeRegistry } from '@ichor/runtime';
import * as block from './block/index.ts';
import * as cluster from './cluster/index.ts';
import * as config from './config/index.ts';
import * as cri from './cri/index.ts';
import * as etcd from './etcd/index.ts';
import * as files from './files/index.ts';
import * as hardware from './hardware/index.ts';
import * as k8s from './k8s/index.ts';
import * as kubespan from './kubespan/index.ts';
import * as network from './network/index.ts';
import * as perf from './perf/index.ts';
import * as runtime from './runtime/index.ts';
import * as secrets from './secrets/index.ts';
import * as security from './security/index.ts';
import * as siderolink from './siderolink/index.ts';
import * as time from './time/index.ts';

export { addressMessage, addressText, parsedPrefix } from './address.ts';
export * from './block/index.ts';
export * from './cluster/index.ts';
export * from './config/index.ts';
export * from './cri/index.ts';
export * from './etcd/index.ts';
export * from './files/index.ts';
export * from './hardware/index.ts';
export * from './k8s/index.ts';
export * from './kubespan/index.ts';
export type { MachineTypeName } from './machine-type.ts';
export { namespaces } from './namespaces.ts';
export * from './network/index.ts';
export { type PemCertificate, type PemPair, pemCertificate, pemPair, plainPem } from './pem.ts';
export * from './perf/index.ts';
export * from './runtime/index.ts';
export * from './secrets/index.ts';
export * from './security/index.ts';
export * from './siderolink/index.ts';
export * from './time/index.ts';

export const resourceTypes: readonly ResourceType[] = [
	block,
	cluster,
	config,
	cri,
	etcd,
	files,
	hardware,
	k8s,
	kubespan,
	network,
	perf,
	runtime,
	secrets,
	security,
	siderolink,
	time,
].flatMap((domain) => Object.values<unknown>(domain).filter(isResourceType));

/** A registry of all of them. */
export function machineRegistry(): TypeRegistry {
	return createRegistry(resourceTypes);
}

/** A domain exports ids and functions too. */
function isResourceType(value: unknown): value is ResourceType {
	return typeof value === 'object' && value !== null && 'type' in value && 'codec' in value;
}
