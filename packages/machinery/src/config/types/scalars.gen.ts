// Generated from model/scalars.yaml and model/enums.yaml by `npm run generate`. Edit the model, not this file.
import type { ConfigValue } from '../document.ts';
import type { ScalarSchema } from '../schema/schema.ts';

/** A mapping of anything, passed on as it is. */
export type FreeForm = Readonly<Record<string, ConfigValue | undefined>>;

/** A whole number of 64 bits; a bigint only beyond 2^53. */
export type Integer = number | bigint;

/** A span of time as Go writes it: `1h30m`, `500ms`; canonical form `1h30m0s`. */
export type Duration = string;

/** A number of bytes, with a unit or without: `10GiB`, `2.5TB`, `1048576`. The original spelling is kept. */
export type ByteSize = string;

/** A number of bytes like `ByteSize`, or a share of the disk: `80%`. A leading minus counts from the end. */
export type Size = string;

/** An expression in the Common Expression Language. */
export type CELExpression = string;

/** An IP address: `192.0.2.1`, `2001:db8::1`, `fe80::1%eth0`. */
export type Addr = string;

/** An IP address and a port: `192.0.2.1:51820`, `[2001:db8::1]:51820`. */
export type AddrPort = string;

/** An IP network or an address with its prefix length: `192.0.2.0/24`. Host bits are kept. */
export type Prefix = string;

/** A URL as text. */
export type URLText = string;

/** Bytes in hexadecimal, separated by colons: `02:00:5e:10:00:01`. Any length. */
export type HardwareAddr = string;

/** One port or a range of ports: `80`, `1000-2000`. */
export type PortRange = string | number;

/** Permission bits; written in octal as `0o644`. */
export type FilePermissions = number;

/** A number of bytes with or without a unit: `100 GB`. */
export type DiskSizeText = string;

/** A size to compare a disk with: `4GB`, `>= 1TB`, `< 2TB`. */
export type DiskSizeMatcher = string;

/** Bytes in base64 of the standard alphabet. */
export type Base64 = string;

/** The value of a command line argument; a list passes the argument once for each item. */
export type ArgValue = string | readonly string[];

export type FilesystemType = 'none' | 'xfs' | 'vfat' | 'ext4' | 'iso9660' | 'swapi' | 'virtiofs' | 'btrfs';
export type EncryptionProviderType = 'none' | 'luks2';
export type VolumeType = 'partition' | 'disk' | 'tmpfs' | 'directory' | 'symlink' | 'overlay' | 'external';
export type ContainerSecurityProfile = 'restricted' | 'privileged' | (string & {});
export type ContainerNetworkMode = 'none' | 'host' | (string & {});
export type BondMode = 'balance-rr' | 'active-backup' | 'balance-xor' | 'broadcast' | '802.3ad' | 'balance-tlb' | 'balance-alb';
export type BondXmitHashPolicy = 'layer2' | 'layer3+4' | 'layer2+3' | 'encap2+3' | 'encap3+4';
export type ARPValidate = 'none' | 'active' | 'backup' | 'all' | 'filter' | 'filter-active' | 'filter-backup';
export type ARPAllTargets = 'any' | 'all';
export type LACPRate = 'slow' | 'fast';
export type FailOverMAC = 'none' | 'active' | 'follow';
export type ADSelect = 'stable' | 'bandwidth' | 'count';
export type ADLACPActive = 'off' | 'on';
export type PrimaryReselect = 'always' | 'better' | 'failure';
export type RoutingTable = 'unspec' | 'default' | 'main' | 'local' | `${number}`;
export type DefaultAction = 'accept' | 'block';
export type ClientIdentifier = 'none' | 'mac' | 'duid';
export type WOLMode = 'phy' | 'unicast' | 'multicast' | 'broadcast' | 'magic' | 'magicsecure' | 'filter';
export type AutoHostnameKind = 'off' | 'talos-addr' | 'stable';
export type DNSProtocol = 'Do53' | 'DoT' | 'DoH';
export type RoutingRuleAction = 'unspec' | 'unicast' | 'blackhole' | 'unreachable' | 'prohibit';
export type Protocol = 'icmp' | 'tcp' | 'udp' | 'icmpv6';
export type VLANProtocol = '802.1q' | '802.1ad';
export type LVMLogicalVolumeType = 'linear' | 'raid1' | 'raid0' | 'raid10';
export type MDLevel = 'raid1';
export type MDMetadata = '1.0' | '1.2';
export type InstallDiskType = 'ssd' | 'hdd' | 'nvme' | 'sd' | (string & {});

export const string: ScalarSchema = { of: 'scalar', scalar: 'string' };
export const bool: ScalarSchema = { of: 'scalar', scalar: 'bool' };
export const int: ScalarSchema = { of: 'scalar', scalar: 'int' };
export const int32: ScalarSchema = { of: 'scalar', scalar: 'int32' };
export const uint: ScalarSchema = { of: 'scalar', scalar: 'uint' };
export const uint8: ScalarSchema = { of: 'scalar', scalar: 'uint8' };
export const uint16: ScalarSchema = { of: 'scalar', scalar: 'uint16' };
export const uint32: ScalarSchema = { of: 'scalar', scalar: 'uint32' };
export const uint64: ScalarSchema = { of: 'scalar', scalar: 'uint64' };
export const duration: ScalarSchema = { of: 'scalar', scalar: 'time.Duration' };
export const byteSize: ScalarSchema = { of: 'scalar', scalar: 'block.ByteSize' };
export const size: ScalarSchema = { of: 'scalar', scalar: 'block.Size' };
export const celExpression: ScalarSchema = { of: 'scalar', scalar: 'cel.Expression' };
export const addr: ScalarSchema = { of: 'scalar', scalar: 'meta.Addr' };
export const addrPort: ScalarSchema = { of: 'scalar', scalar: 'meta.AddrPort' };
export const prefix: ScalarSchema = { of: 'scalar', scalar: 'meta.Prefix' };
export const plainAddr: ScalarSchema = { of: 'scalar', scalar: 'netip.Addr' };
export const plainAddrPort: ScalarSchema = { of: 'scalar', scalar: 'netip.AddrPort' };
export const plainPrefix: ScalarSchema = { of: 'scalar', scalar: 'netip.Prefix' };
export const urlText: ScalarSchema = { of: 'scalar', scalar: 'meta.URL' };
export const endpoint: ScalarSchema = { of: 'scalar', scalar: 'v1alpha1.Endpoint' };
export const hardwareAddr: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.HardwareAddr' };
export const portRange: ScalarSchema = { of: 'scalar', scalar: 'network.PortRange' };
export const etcFileMode: ScalarSchema = { of: 'scalar', scalar: 'runtime.EtcFileMode' };
export const fileMode: ScalarSchema = { of: 'scalar', scalar: 'v1alpha1.FileMode' };
export const diskSize: ScalarSchema = { of: 'scalar', scalar: 'v1alpha1.DiskSize' };
export const diskSizeMatcher: ScalarSchema = { of: 'scalar', scalar: 'v1alpha1.InstallDiskSizeMatcher' };
export const base64Bytes: ScalarSchema = { of: 'scalar', scalar: 'v1alpha1.Base64Bytes' };
export const base64: ScalarSchema = { of: 'scalar', scalar: '[]uint8' };
export const base64Key: ScalarSchema = { of: 'scalar', scalar: '[]uint8 or redacted' };
export const argValue: ScalarSchema = { of: 'scalar', scalar: 'meta.ArgValue' };

export const filesystemType: ScalarSchema = { of: 'scalar', scalar: 'block.FilesystemType', enum: { values: ['none', 'xfs', 'vfat', 'ext4', 'iso9660', 'swapi', 'virtiofs', 'btrfs'], zero: 'none' } };
export const encryptionProviderType: ScalarSchema = { of: 'scalar', scalar: 'block.EncryptionProviderType', enum: { values: ['none', 'luks2'], zero: 'none' } };
export const volumeType: ScalarSchema = { of: 'scalar', scalar: 'block.VolumeType', enum: { values: ['partition', 'disk', 'tmpfs', 'directory', 'symlink', 'overlay', 'external'], zero: 'partition' } };
export const containerSecurityProfile: ScalarSchema = { of: 'scalar', scalar: 'config.ContainerSecurityProfile', enum: { values: ['restricted', 'privileged'], open: true } };
export const containerNetworkMode: ScalarSchema = { of: 'scalar', scalar: 'config.ContainerNetworkMode', enum: { values: ['none', 'host'], open: true } };
export const bondMode: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.BondMode', enum: { values: ['balance-rr', 'active-backup', 'balance-xor', 'broadcast', '802.3ad', 'balance-tlb', 'balance-alb'], zero: 'balance-rr' } };
export const bondXmitHashPolicy: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.BondXmitHashPolicy', enum: { values: ['layer2', 'layer3+4', 'layer2+3', 'encap2+3', 'encap3+4'], zero: 'layer2' } };
export const arpValidate: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.ARPValidate', enum: { values: ['none', 'active', 'backup', 'all', 'filter', 'filter-active', 'filter-backup'], zero: 'none' } };
export const arpAllTargets: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.ARPAllTargets', enum: { values: ['any', 'all'], zero: 'any' } };
export const lacpRate: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.LACPRate', enum: { values: ['slow', 'fast'], zero: 'slow' } };
export const failOverMAC: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.FailOverMAC', enum: { values: ['none', 'active', 'follow'], zero: 'none', exact: true, aliases: { '0': 'none', '1': 'active', '2': 'follow', '': 'none' } } };
export const adSelect: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.ADSelect', enum: { values: ['stable', 'bandwidth', 'count'], zero: 'stable' } };
export const adlacpActive: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.ADLACPActive', enum: { values: ['off', 'on'], zero: 'off' } };
export const primaryReselect: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.PrimaryReselect', enum: { values: ['always', 'better', 'failure'], zero: 'always' } };
export const routingTable: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.RoutingTable', enum: { values: ['unspec', 'default', 'main', 'local'], zero: 'unspec', numbers: [1, 252] } };
export const defaultAction: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.DefaultAction', enum: { values: ['accept', 'block'], zero: 'accept' } };
export const clientIdentifier: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.ClientIdentifier', enum: { values: ['none', 'mac', 'duid'], zero: 'none' } };
export const wolMode: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.WOLMode', enum: { values: ['phy', 'unicast', 'multicast', 'broadcast', 'magic', 'magicsecure', 'filter'], zero: 'WOLMode(0)' } };
export const autoHostnameKind: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.AutoHostnameKind', enum: { values: ['off', 'talos-addr', 'stable'], zero: 'off' } };
export const dnsProtocol: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.DNSProtocol', enum: { values: ['Do53', 'DoT', 'DoH'], zero: 'Do53' } };
export const routingRuleAction: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.RoutingRuleAction', enum: { values: ['unspec', 'unicast', 'blackhole', 'unreachable', 'prohibit'], zero: 'unspec' } };
export const protocol: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.Protocol', enum: { values: ['icmp', 'tcp', 'udp', 'icmpv6'], zero: 'Protocol(0)' } };
export const vlanProtocol: ScalarSchema = { of: 'scalar', scalar: 'nethelpers.VLANProtocol', enum: { values: ['802.1q', '802.1ad'], zero: 'VLANProtocol(0)' } };
export const lvmLogicalVolumeType: ScalarSchema = { of: 'scalar', scalar: 'storage.LVMLogicalVolumeType', enum: { values: ['linear', 'raid1', 'raid0', 'raid10'], zero: 'linear' } };
export const mdLevel: ScalarSchema = { of: 'scalar', scalar: 'storage.MDLevel', enum: { values: ['raid1'], zero: 'raid1' } };
export const mdMetadata: ScalarSchema = { of: 'scalar', scalar: 'storage.MDMetadata', enum: { values: ['1.0', '1.2'], zero: '1.0' } };
export const installDiskType: ScalarSchema = { of: 'scalar', scalar: 'v1alpha1.InstallDiskType', enum: { values: ['ssd', 'hdd', 'nvme', 'sd'], open: true } };
