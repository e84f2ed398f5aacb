/** Every type of resource that a machine has. */
import { createRegistry, type ResourceType, type TypeRegistry } from '@ichor/runtime';
import { Affiliate } from './cluster/affiliate.ts';
import { DiscoveryConfig } from './cluster/discovery-config.ts';
import { Identity } from './cluster/identity.ts';
import { Info } from './cluster/info.ts';
import { Member } from './cluster/member.ts';
import { MachineConfig } from './config/machine-config.ts';
import { MachineType } from './config/machine-type.ts';
import { EtcdMember } from './etcd/member.ts';
import { PkiStatus } from './etcd/pki-status.ts';
import { EtcdSpec } from './etcd/spec.ts';
import { AddressStatus } from './network/address-status.ts';
import { HostnameStatus } from './network/hostname-status.ts';
import { NetworkStatus } from './network/network-status.ts';
import { NodeAddress } from './network/node-address.ts';
import { MachineStatus } from './runtime/machine-status.ts';
import { Service } from './runtime/service.ts';
import { Version } from './runtime/version.ts';
import { ApiCertificates } from './secrets/api-certificates.ts';
import { CertSAN } from './secrets/cert-san.ts';
import { EtcdCertificates } from './secrets/etcd-certificates.ts';
import { EtcdRoot } from './secrets/etcd-root.ts';
import { MaintenanceRoot } from './secrets/maintenance-root.ts';
import { OSRoot } from './secrets/os-root.ts';
import { TrustdCertificates } from './secrets/trustd-certificates.ts';
import { TimeStatus } from './time/time-status.ts';

export { addressMessage, addressText } from './address.ts';
export * from './cluster/affiliate.ts';
export * from './cluster/discovery-config.ts';
export * from './cluster/identity.ts';
export * from './cluster/info.ts';
export * from './cluster/member.ts';
export * from './config/machine-config.ts';
export * from './config/machine-type.ts';
export * from './etcd/member.ts';
export * from './etcd/pki-status.ts';
export * from './etcd/spec.ts';
export type { MachineTypeName } from './machine-type.ts';
export { namespaces } from './namespaces.ts';
export * from './network/address-status.ts';
export * from './network/hostname-status.ts';
export * from './network/network-status.ts';
export * from './network/node-address.ts';
export { type PemCertificate, type PemPair, pemCertificate, pemPair, plainPem } from './pem.ts';
export * from './runtime/machine-status.ts';
export * from './runtime/service.ts';
export * from './runtime/version.ts';
export * from './secrets/api-certificates.ts';
export * from './secrets/cert-san.ts';
export * from './secrets/etcd-certificates.ts';
export * from './secrets/etcd-root.ts';
export * from './secrets/maintenance-root.ts';
export * from './secrets/os-root.ts';
export * from './secrets/trustd-certificates.ts';
export * from './time/time-status.ts';

export const resourceTypes: readonly ResourceType[] = [
	Affiliate,
	DiscoveryConfig,
	Identity,
	Info,
	Member,
	MachineConfig,
	MachineType,
	EtcdMember,
	EtcdSpec,
	PkiStatus,
	AddressStatus,
	HostnameStatus,
	NetworkStatus,
	NodeAddress,
	MachineStatus,
	Service,
	Version,
	ApiCertificates,
	CertSAN,
	EtcdCertificates,
	EtcdRoot,
	MaintenanceRoot,
	OSRoot,
	TrustdCertificates,
	TimeStatus,
];

/** A registry of all of them. */
export function machineRegistry(): TypeRegistry {
	return createRegistry(resourceTypes);
}
