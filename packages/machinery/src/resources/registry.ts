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

/** All types, so that a program that needs a few of them does not carry the others: only what is imported from here does. */
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
