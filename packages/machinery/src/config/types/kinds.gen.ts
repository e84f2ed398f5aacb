// Generated from model/ by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../schema/schema.ts';
import { type ExistingVolumeConfig, existingVolumeConfigSchema } from './block/existing-volume-config.gen.ts';
import { type ExternalVolumeConfig, externalVolumeConfigSchema } from './block/external-volume-config.gen.ts';
import { type FilesystemScrubConfig, filesystemScrubConfigSchema } from './block/filesystem-scrub-config.gen.ts';
import { type FilesystemTrimConfig, filesystemTrimConfigSchema } from './block/filesystem-trim-config.gen.ts';
import { type RawVolumeConfig, rawVolumeConfigSchema } from './block/raw-volume-config.gen.ts';
import { type SwapVolumeConfig, swapVolumeConfigSchema } from './block/swap-volume-config.gen.ts';
import { type UserVolumeConfig, userVolumeConfigSchema } from './block/user-volume-config.gen.ts';
import { type VolumeConfig, volumeConfigSchema } from './block/volume-config.gen.ts';
import { type ZswapConfig, zswapConfigSchema } from './block/zswap-config.gen.ts';
import { type DiscoveryIdentityConfig, discoveryIdentityConfigSchema } from './cluster/discovery-identity-config.gen.ts';
import { type DiscoveryServiceConfig, discoveryServiceConfigSchema } from './cluster/discovery-service-config.gen.ts';
import { type ContainerConfig, containerConfigSchema } from './container/container-config.gen.ts';
import { type CRIBaseRuntimeSpecConfig, criBaseRuntimeSpecConfigSchema } from './cri/cri-base-runtime-spec-config.gen.ts';
import { type CRICustomizationConfig, criCustomizationConfigSchema } from './cri/cri-customization-config.gen.ts';
import { type ImageCacheConfig, imageCacheConfigSchema } from './cri/image-cache-config.gen.ts';
import { type RegistryAuthConfig, registryAuthConfigSchema } from './cri/registry-auth-config.gen.ts';
import { type RegistryMirrorConfig, registryMirrorConfigSchema } from './cri/registry-mirror-config.gen.ts';
import { type RegistryTLSConfig, registryTLSConfigSchema } from './cri/registry-tls-config.gen.ts';
import { type PCIDriverRebindConfig, pciDriverRebindConfigSchema } from './hardware/pci-driver-rebind-config.gen.ts';
import { type KubeAdmissionControlConfig, kubeAdmissionControlConfigSchema } from './k8s/kube-admission-control-config.gen.ts';
import { type KubeAggregatorCAConfig, kubeAggregatorCAConfigSchema } from './k8s/kube-aggregator-ca-config.gen.ts';
import { type KubeAPIServerCAConfig, kubeAPIServerCAConfigSchema } from './k8s/kube-api-server-ca-config.gen.ts';
import { type KubeAPIServerConfig, kubeAPIServerConfigSchema } from './k8s/kube-api-server-config.gen.ts';
import { type KubeAuditPolicyConfig, kubeAuditPolicyConfigSchema } from './k8s/kube-audit-policy-config.gen.ts';
import { type KubeAuthenticationConfig, kubeAuthenticationConfigSchema } from './k8s/kube-authentication-config.gen.ts';
import { type KubeAuthorizerConfig, kubeAuthorizerConfigSchema } from './k8s/kube-authorizer-config.gen.ts';
import { type KubeClusterConfig, kubeClusterConfigSchema } from './k8s/kube-cluster-config.gen.ts';
import { type KubeControllerManagerConfig, kubeControllerManagerConfigSchema } from './k8s/kube-controller-manager-config.gen.ts';
import { type KubeCoreDNSConfig, kubeCoreDNSConfigSchema } from './k8s/kube-core-dns-config.gen.ts';
import { type KubeCredentialProviderConfig, kubeCredentialProviderConfigSchema } from './k8s/kube-credential-provider-config.gen.ts';
import { type KubeEtcdEncryptionConfig, kubeEtcdEncryptionConfigSchema } from './k8s/kube-etcd-encryption-config.gen.ts';
import { type KubeExternalManifestConfig, kubeExternalManifestConfigSchema } from './k8s/kube-external-manifest-config.gen.ts';
import { type KubeFlannelCNIConfig, kubeFlannelCNIConfigSchema } from './k8s/kube-flannel-cni-config.gen.ts';
import { type KubeInlineManifestConfig, kubeInlineManifestConfigSchema } from './k8s/kube-inline-manifest-config.gen.ts';
import { type KubeNetworkConfig, kubeNetworkConfigSchema } from './k8s/kube-network-config.gen.ts';
import { type KubeNodeConfig, kubeNodeConfigSchema } from './k8s/kube-node-config.gen.ts';
import { type KubePrismConfig, kubePrismConfigSchema } from './k8s/kube-prism-config.gen.ts';
import { type KubeProxyConfig, kubeProxyConfigSchema } from './k8s/kube-proxy-config.gen.ts';
import { type KubeSchedulerConfig, kubeSchedulerConfigSchema } from './k8s/kube-scheduler-config.gen.ts';
import { type KubeServiceAccountConfig, kubeServiceAccountConfigSchema } from './k8s/kube-service-account-config.gen.ts';
import { type KubeStaticPodConfig, kubeStaticPodConfigSchema } from './k8s/kube-static-pod-config.gen.ts';
import { type KubeTalosAPIAccessConfig, kubeTalosAPIAccessConfigSchema } from './k8s/kube-talos-api-access-config.gen.ts';
import { type KubeletConfig, kubeletConfigSchema } from './k8s/kubelet-config.gen.ts';
import { type BGPInstanceConfig, bgpInstanceConfigSchema } from './network/bgp-instance-config.gen.ts';
import { type BlackholeRouteConfig, blackholeRouteConfigSchema } from './network/blackhole-route-config.gen.ts';
import { type BondConfig, bondConfigSchema } from './network/bond-config.gen.ts';
import { type BridgeConfig, bridgeConfigSchema } from './network/bridge-config.gen.ts';
import { type DHCPv4Config, dhcpv4ConfigSchema } from './network/dhcpv4-config.gen.ts';
import { type DHCPv6Config, dhcpv6ConfigSchema } from './network/dhcpv6-config.gen.ts';
import { type DummyLinkConfig, dummyLinkConfigSchema } from './network/dummy-link-config.gen.ts';
import { type EthernetConfig, ethernetConfigSchema } from './network/ethernet-config.gen.ts';
import { type HCloudVIPConfig, hcloudVIPConfigSchema } from './network/hcloud-vip-config.gen.ts';
import { type HostnameConfig, hostnameConfigSchema } from './network/hostname-config.gen.ts';
import { type HTTPProbeConfig, httpProbeConfigSchema } from './network/http-probe-config.gen.ts';
import { type KubeSpanConfig, kubeSpanConfigSchema } from './network/kube-span-config.gen.ts';
import { type KubeSpanEndpointsConfig, kubeSpanEndpointsConfigSchema } from './network/kube-span-endpoints-config.gen.ts';
import { type Layer2VIPConfig, layer2VIPConfigSchema } from './network/layer2-vip-config.gen.ts';
import { type LinkAliasConfig, linkAliasConfigSchema } from './network/link-alias-config.gen.ts';
import { type LinkConfig, linkConfigSchema } from './network/link-config.gen.ts';
import { type NetworkDefaultActionConfig, networkDefaultActionConfigSchema } from './network/network-default-action-config.gen.ts';
import { type NetworkRuleConfig, networkRuleConfigSchema } from './network/network-rule-config.gen.ts';
import { type ResolverConfig, resolverConfigSchema } from './network/resolver-config.gen.ts';
import { type RoutingRuleConfig, routingRuleConfigSchema } from './network/routing-rule-config.gen.ts';
import { type StaticHostConfig, staticHostConfigSchema } from './network/static-host-config.gen.ts';
import { type TCPProbeConfig, tcpProbeConfigSchema } from './network/tcp-probe-config.gen.ts';
import { type TimeSyncConfig, timeSyncConfigSchema } from './network/time-sync-config.gen.ts';
import { type VethConfig, vethConfigSchema } from './network/veth-config.gen.ts';
import { type VLANConfig, vlanConfigSchema } from './network/vlan-config.gen.ts';
import { type VRFConfig, vrfConfigSchema } from './network/vrf-config.gen.ts';
import { type WireguardConfig, wireguardConfigSchema } from './network/wireguard-config.gen.ts';
import { type EnvironmentConfig, environmentConfigSchema } from './runtime/environment-config.gen.ts';
import { type EtcFileConfig, etcFileConfigSchema } from './runtime/etc-file-config.gen.ts';
import { type EventSinkConfig, eventSinkConfigSchema } from './runtime/event-sink-config.gen.ts';
import { type ExtensionServiceConfig, extensionServiceConfigSchema } from './runtime/extension-service-config.gen.ts';
import { type KernelModuleConfig, kernelModuleConfigSchema } from './runtime/kernel-module-config.gen.ts';
import { type KmsgLogConfig, kmsgLogConfigSchema } from './runtime/kmsg-log-config.gen.ts';
import { type OOMConfig, oomConfigSchema } from './runtime/oom-config.gen.ts';
import { type SecurityProfileConfig, securityProfileConfigSchema } from './runtime/security-profile-config.gen.ts';
import { type SysctlConfig, sysctlConfigSchema } from './runtime/sysctl-config.gen.ts';
import { type SysfsConfig, sysfsConfigSchema } from './runtime/sysfs-config.gen.ts';
import { type UdevRulesConfig, udevRulesConfigSchema } from './runtime/udev-rules-config.gen.ts';
import { type UnattendedInstallConfig, unattendedInstallConfigSchema } from './runtime/unattended-install-config.gen.ts';
import { type WatchdogTimerConfig, watchdogTimerConfigSchema } from './runtime/watchdog-timer-config.gen.ts';
import { type ImageVerificationConfig, imageVerificationConfigSchema } from './security/image-verification-config.gen.ts';
import { type TrustedRootsConfig, trustedRootsConfigSchema } from './security/trusted-roots-config.gen.ts';
import { type SideroLinkConfig, sideroLinkConfigSchema } from './siderolink/sidero-link-config.gen.ts';
import { type LVMLogicalVolumeConfig, lvmLogicalVolumeConfigSchema } from './storage/lvm-logical-volume-config.gen.ts';
import { type LVMVolumeGroupConfig, lvmVolumeGroupConfigSchema } from './storage/lvm-volume-group-config.gen.ts';
import { type RAIDArrayConfig, raidArrayConfigSchema } from './storage/raid-array-config.gen.ts';
import { type RootConfig, rootConfigSchema } from './v1alpha1/root.gen.ts';

/** What the model knows about a kind of document. */
export interface KindFacts {
	readonly kind: string;
	readonly domain: string;
	/** The first minor release that knows it. */
	readonly since: string;
	/** Has a `name` that is part of its identity. */
	readonly named: boolean;
	readonly controlPlaneOnly: boolean;
	readonly schema: StructSchema;
}

export const kindFacts: readonly KindFacts[] = [
	{ kind: 'ExistingVolumeConfig', domain: 'block', since: 'v1.11', named: true, controlPlaneOnly: false, schema: existingVolumeConfigSchema },
	{ kind: 'ExternalVolumeConfig', domain: 'block', since: 'v1.13', named: true, controlPlaneOnly: false, schema: externalVolumeConfigSchema },
	{ kind: 'FilesystemScrubConfig', domain: 'block', since: 'v1.14', named: false, controlPlaneOnly: false, schema: filesystemScrubConfigSchema },
	{ kind: 'FilesystemTrimConfig', domain: 'block', since: 'v1.14', named: false, controlPlaneOnly: false, schema: filesystemTrimConfigSchema },
	{ kind: 'RawVolumeConfig', domain: 'block', since: 'v1.11', named: true, controlPlaneOnly: false, schema: rawVolumeConfigSchema },
	{ kind: 'SwapVolumeConfig', domain: 'block', since: 'v1.11', named: true, controlPlaneOnly: false, schema: swapVolumeConfigSchema },
	{ kind: 'UserVolumeConfig', domain: 'block', since: 'v1.10', named: true, controlPlaneOnly: false, schema: userVolumeConfigSchema },
	{ kind: 'VolumeConfig', domain: 'block', since: 'v1.8', named: true, controlPlaneOnly: false, schema: volumeConfigSchema },
	{ kind: 'ZswapConfig', domain: 'block', since: 'v1.11', named: false, controlPlaneOnly: false, schema: zswapConfigSchema },
	{ kind: 'DiscoveryIdentityConfig', domain: 'cluster', since: 'v1.14', named: false, controlPlaneOnly: false, schema: discoveryIdentityConfigSchema },
	{ kind: 'DiscoveryServiceConfig', domain: 'cluster', since: 'v1.14', named: true, controlPlaneOnly: false, schema: discoveryServiceConfigSchema },
	{ kind: 'ContainerConfig', domain: 'container', since: 'v1.14', named: true, controlPlaneOnly: false, schema: containerConfigSchema },
	{ kind: 'CRIBaseRuntimeSpecConfig', domain: 'cri', since: 'v1.14', named: false, controlPlaneOnly: false, schema: criBaseRuntimeSpecConfigSchema },
	{ kind: 'CRICustomizationConfig', domain: 'cri', since: 'v1.14', named: true, controlPlaneOnly: false, schema: criCustomizationConfigSchema },
	{ kind: 'ImageCacheConfig', domain: 'cri', since: 'v1.14', named: false, controlPlaneOnly: false, schema: imageCacheConfigSchema },
	{ kind: 'RegistryAuthConfig', domain: 'cri', since: 'v1.12', named: true, controlPlaneOnly: false, schema: registryAuthConfigSchema },
	{ kind: 'RegistryMirrorConfig', domain: 'cri', since: 'v1.12', named: true, controlPlaneOnly: false, schema: registryMirrorConfigSchema },
	{ kind: 'RegistryTLSConfig', domain: 'cri', since: 'v1.12', named: true, controlPlaneOnly: false, schema: registryTLSConfigSchema },
	{ kind: 'PCIDriverRebindConfig', domain: 'hardware', since: 'v1.10', named: true, controlPlaneOnly: false, schema: pciDriverRebindConfigSchema },
	{ kind: 'KubeAdmissionControlConfig', domain: 'k8s', since: 'v1.14', named: true, controlPlaneOnly: true, schema: kubeAdmissionControlConfigSchema },
	{ kind: 'KubeAggregatorCAConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeAggregatorCAConfigSchema },
	{ kind: 'KubeAPIServerCAConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: false, schema: kubeAPIServerCAConfigSchema },
	{ kind: 'KubeAPIServerConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeAPIServerConfigSchema },
	{ kind: 'KubeAuditPolicyConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeAuditPolicyConfigSchema },
	{ kind: 'KubeAuthenticationConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeAuthenticationConfigSchema },
	{ kind: 'KubeAuthorizerConfig', domain: 'k8s', since: 'v1.14', named: true, controlPlaneOnly: true, schema: kubeAuthorizerConfigSchema },
	{ kind: 'KubeClusterConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: false, schema: kubeClusterConfigSchema },
	{ kind: 'KubeControllerManagerConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeControllerManagerConfigSchema },
	{ kind: 'KubeCoreDNSConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeCoreDNSConfigSchema },
	{ kind: 'KubeCredentialProviderConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: false, schema: kubeCredentialProviderConfigSchema },
	{ kind: 'KubeEtcdEncryptionConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeEtcdEncryptionConfigSchema },
	{ kind: 'KubeExternalManifestConfig', domain: 'k8s', since: 'v1.14', named: true, controlPlaneOnly: false, schema: kubeExternalManifestConfigSchema },
	{ kind: 'KubeFlannelCNIConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeFlannelCNIConfigSchema },
	{ kind: 'KubeInlineManifestConfig', domain: 'k8s', since: 'v1.14', named: true, controlPlaneOnly: false, schema: kubeInlineManifestConfigSchema },
	{ kind: 'KubeNetworkConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: false, schema: kubeNetworkConfigSchema },
	{ kind: 'KubeNodeConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: false, schema: kubeNodeConfigSchema },
	{ kind: 'KubePrismConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: false, schema: kubePrismConfigSchema },
	{ kind: 'KubeProxyConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeProxyConfigSchema },
	{ kind: 'KubeSchedulerConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeSchedulerConfigSchema },
	{ kind: 'KubeServiceAccountConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeServiceAccountConfigSchema },
	{ kind: 'KubeStaticPodConfig', domain: 'k8s', since: 'v1.14', named: true, controlPlaneOnly: false, schema: kubeStaticPodConfigSchema },
	{ kind: 'KubeTalosAPIAccessConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: true, schema: kubeTalosAPIAccessConfigSchema },
	{ kind: 'KubeletConfig', domain: 'k8s', since: 'v1.14', named: false, controlPlaneOnly: false, schema: kubeletConfigSchema },
	{ kind: 'BGPInstanceConfig', domain: 'network', since: 'v1.14', named: true, controlPlaneOnly: false, schema: bgpInstanceConfigSchema },
	{ kind: 'BlackholeRouteConfig', domain: 'network', since: 'v1.13', named: true, controlPlaneOnly: false, schema: blackholeRouteConfigSchema },
	{ kind: 'BondConfig', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: bondConfigSchema },
	{ kind: 'BridgeConfig', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: bridgeConfigSchema },
	{ kind: 'DHCPv4Config', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: dhcpv4ConfigSchema },
	{ kind: 'DHCPv6Config', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: dhcpv6ConfigSchema },
	{ kind: 'DummyLinkConfig', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: dummyLinkConfigSchema },
	{ kind: 'EthernetConfig', domain: 'network', since: 'v1.10', named: true, controlPlaneOnly: false, schema: ethernetConfigSchema },
	{ kind: 'HCloudVIPConfig', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: hcloudVIPConfigSchema },
	{ kind: 'HostnameConfig', domain: 'network', since: 'v1.12', named: false, controlPlaneOnly: false, schema: hostnameConfigSchema },
	{ kind: 'HTTPProbeConfig', domain: 'network', since: 'v1.14', named: true, controlPlaneOnly: false, schema: httpProbeConfigSchema },
	{ kind: 'KubeSpanConfig', domain: 'network', since: 'v1.13', named: false, controlPlaneOnly: false, schema: kubeSpanConfigSchema },
	{ kind: 'KubeSpanEndpointsConfig', domain: 'network', since: 'v1.8', named: false, controlPlaneOnly: false, schema: kubeSpanEndpointsConfigSchema },
	{ kind: 'Layer2VIPConfig', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: layer2VIPConfigSchema },
	{ kind: 'LinkAliasConfig', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: linkAliasConfigSchema },
	{ kind: 'LinkConfig', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: linkConfigSchema },
	{ kind: 'NetworkDefaultActionConfig', domain: 'network', since: 'v1.6', named: false, controlPlaneOnly: false, schema: networkDefaultActionConfigSchema },
	{ kind: 'NetworkRuleConfig', domain: 'network', since: 'v1.6', named: true, controlPlaneOnly: false, schema: networkRuleConfigSchema },
	{ kind: 'ResolverConfig', domain: 'network', since: 'v1.12', named: false, controlPlaneOnly: false, schema: resolverConfigSchema },
	{ kind: 'RoutingRuleConfig', domain: 'network', since: 'v1.13', named: true, controlPlaneOnly: false, schema: routingRuleConfigSchema },
	{ kind: 'StaticHostConfig', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: staticHostConfigSchema },
	{ kind: 'TCPProbeConfig', domain: 'network', since: 'v1.13', named: true, controlPlaneOnly: false, schema: tcpProbeConfigSchema },
	{ kind: 'TimeSyncConfig', domain: 'network', since: 'v1.12', named: false, controlPlaneOnly: false, schema: timeSyncConfigSchema },
	{ kind: 'VethConfig', domain: 'network', since: 'v1.14', named: true, controlPlaneOnly: false, schema: vethConfigSchema },
	{ kind: 'VLANConfig', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: vlanConfigSchema },
	{ kind: 'VRFConfig', domain: 'network', since: 'v1.13', named: true, controlPlaneOnly: false, schema: vrfConfigSchema },
	{ kind: 'WireguardConfig', domain: 'network', since: 'v1.12', named: true, controlPlaneOnly: false, schema: wireguardConfigSchema },
	{ kind: 'EnvironmentConfig', domain: 'runtime', since: 'v1.13', named: false, controlPlaneOnly: false, schema: environmentConfigSchema },
	{ kind: 'EtcFileConfig', domain: 'runtime', since: 'v1.14', named: true, controlPlaneOnly: false, schema: etcFileConfigSchema },
	{ kind: 'EventSinkConfig', domain: 'runtime', since: 'v1.5', named: false, controlPlaneOnly: false, schema: eventSinkConfigSchema },
	{ kind: 'ExtensionServiceConfig', domain: 'runtime', since: 'v1.7', named: true, controlPlaneOnly: false, schema: extensionServiceConfigSchema },
	{ kind: 'KernelModuleConfig', domain: 'runtime', since: 'v1.14', named: true, controlPlaneOnly: false, schema: kernelModuleConfigSchema },
	{ kind: 'KmsgLogConfig', domain: 'runtime', since: 'v1.5', named: true, controlPlaneOnly: false, schema: kmsgLogConfigSchema },
	{ kind: 'OOMConfig', domain: 'runtime', since: 'v1.12', named: false, controlPlaneOnly: false, schema: oomConfigSchema },
	{ kind: 'SecurityProfileConfig', domain: 'runtime', since: 'v1.14', named: false, controlPlaneOnly: false, schema: securityProfileConfigSchema },
	{ kind: 'SysctlConfig', domain: 'runtime', since: 'v1.14', named: false, controlPlaneOnly: false, schema: sysctlConfigSchema },
	{ kind: 'SysfsConfig', domain: 'runtime', since: 'v1.14', named: false, controlPlaneOnly: false, schema: sysfsConfigSchema },
	{ kind: 'UdevRulesConfig', domain: 'runtime', since: 'v1.14', named: false, controlPlaneOnly: false, schema: udevRulesConfigSchema },
	{ kind: 'UnattendedInstallConfig', domain: 'runtime', since: 'v1.14', named: false, controlPlaneOnly: false, schema: unattendedInstallConfigSchema },
	{ kind: 'WatchdogTimerConfig', domain: 'runtime', since: 'v1.7', named: false, controlPlaneOnly: false, schema: watchdogTimerConfigSchema },
	{ kind: 'ImageVerificationConfig', domain: 'security', since: 'v1.13', named: false, controlPlaneOnly: false, schema: imageVerificationConfigSchema },
	{ kind: 'TrustedRootsConfig', domain: 'security', since: 'v1.8', named: true, controlPlaneOnly: false, schema: trustedRootsConfigSchema },
	{ kind: 'SideroLinkConfig', domain: 'siderolink', since: 'v1.5', named: false, controlPlaneOnly: false, schema: sideroLinkConfigSchema },
	{ kind: 'LVMLogicalVolumeConfig', domain: 'storage', since: 'v1.14', named: true, controlPlaneOnly: false, schema: lvmLogicalVolumeConfigSchema },
	{ kind: 'LVMVolumeGroupConfig', domain: 'storage', since: 'v1.14', named: true, controlPlaneOnly: false, schema: lvmVolumeGroupConfigSchema },
	{ kind: 'RAIDArrayConfig', domain: 'storage', since: 'v1.14', named: true, controlPlaneOnly: false, schema: raidArrayConfigSchema },
	{ kind: 'v1alpha1', domain: 'v1alpha1', since: 'v0.1', named: false, controlPlaneOnly: false, schema: rootConfigSchema },
];

/** The type of a document of each kind. */
export interface DocumentTypes {
	readonly ExistingVolumeConfig: ExistingVolumeConfig;
	readonly ExternalVolumeConfig: ExternalVolumeConfig;
	readonly FilesystemScrubConfig: FilesystemScrubConfig;
	readonly FilesystemTrimConfig: FilesystemTrimConfig;
	readonly RawVolumeConfig: RawVolumeConfig;
	readonly SwapVolumeConfig: SwapVolumeConfig;
	readonly UserVolumeConfig: UserVolumeConfig;
	readonly VolumeConfig: VolumeConfig;
	readonly ZswapConfig: ZswapConfig;
	readonly DiscoveryIdentityConfig: DiscoveryIdentityConfig;
	readonly DiscoveryServiceConfig: DiscoveryServiceConfig;
	readonly ContainerConfig: ContainerConfig;
	readonly CRIBaseRuntimeSpecConfig: CRIBaseRuntimeSpecConfig;
	readonly CRICustomizationConfig: CRICustomizationConfig;
	readonly ImageCacheConfig: ImageCacheConfig;
	readonly RegistryAuthConfig: RegistryAuthConfig;
	readonly RegistryMirrorConfig: RegistryMirrorConfig;
	readonly RegistryTLSConfig: RegistryTLSConfig;
	readonly PCIDriverRebindConfig: PCIDriverRebindConfig;
	readonly KubeAdmissionControlConfig: KubeAdmissionControlConfig;
	readonly KubeAggregatorCAConfig: KubeAggregatorCAConfig;
	readonly KubeAPIServerCAConfig: KubeAPIServerCAConfig;
	readonly KubeAPIServerConfig: KubeAPIServerConfig;
	readonly KubeAuditPolicyConfig: KubeAuditPolicyConfig;
	readonly KubeAuthenticationConfig: KubeAuthenticationConfig;
	readonly KubeAuthorizerConfig: KubeAuthorizerConfig;
	readonly KubeClusterConfig: KubeClusterConfig;
	readonly KubeControllerManagerConfig: KubeControllerManagerConfig;
	readonly KubeCoreDNSConfig: KubeCoreDNSConfig;
	readonly KubeCredentialProviderConfig: KubeCredentialProviderConfig;
	readonly KubeEtcdEncryptionConfig: KubeEtcdEncryptionConfig;
	readonly KubeExternalManifestConfig: KubeExternalManifestConfig;
	readonly KubeFlannelCNIConfig: KubeFlannelCNIConfig;
	readonly KubeInlineManifestConfig: KubeInlineManifestConfig;
	readonly KubeNetworkConfig: KubeNetworkConfig;
	readonly KubeNodeConfig: KubeNodeConfig;
	readonly KubePrismConfig: KubePrismConfig;
	readonly KubeProxyConfig: KubeProxyConfig;
	readonly KubeSchedulerConfig: KubeSchedulerConfig;
	readonly KubeServiceAccountConfig: KubeServiceAccountConfig;
	readonly KubeStaticPodConfig: KubeStaticPodConfig;
	readonly KubeTalosAPIAccessConfig: KubeTalosAPIAccessConfig;
	readonly KubeletConfig: KubeletConfig;
	readonly BGPInstanceConfig: BGPInstanceConfig;
	readonly BlackholeRouteConfig: BlackholeRouteConfig;
	readonly BondConfig: BondConfig;
	readonly BridgeConfig: BridgeConfig;
	readonly DHCPv4Config: DHCPv4Config;
	readonly DHCPv6Config: DHCPv6Config;
	readonly DummyLinkConfig: DummyLinkConfig;
	readonly EthernetConfig: EthernetConfig;
	readonly HCloudVIPConfig: HCloudVIPConfig;
	readonly HostnameConfig: HostnameConfig;
	readonly HTTPProbeConfig: HTTPProbeConfig;
	readonly KubeSpanConfig: KubeSpanConfig;
	readonly KubeSpanEndpointsConfig: KubeSpanEndpointsConfig;
	readonly Layer2VIPConfig: Layer2VIPConfig;
	readonly LinkAliasConfig: LinkAliasConfig;
	readonly LinkConfig: LinkConfig;
	readonly NetworkDefaultActionConfig: NetworkDefaultActionConfig;
	readonly NetworkRuleConfig: NetworkRuleConfig;
	readonly ResolverConfig: ResolverConfig;
	readonly RoutingRuleConfig: RoutingRuleConfig;
	readonly StaticHostConfig: StaticHostConfig;
	readonly TCPProbeConfig: TCPProbeConfig;
	readonly TimeSyncConfig: TimeSyncConfig;
	readonly VethConfig: VethConfig;
	readonly VLANConfig: VLANConfig;
	readonly VRFConfig: VRFConfig;
	readonly WireguardConfig: WireguardConfig;
	readonly EnvironmentConfig: EnvironmentConfig;
	readonly EtcFileConfig: EtcFileConfig;
	readonly EventSinkConfig: EventSinkConfig;
	readonly ExtensionServiceConfig: ExtensionServiceConfig;
	readonly KernelModuleConfig: KernelModuleConfig;
	readonly KmsgLogConfig: KmsgLogConfig;
	readonly OOMConfig: OOMConfig;
	readonly SecurityProfileConfig: SecurityProfileConfig;
	readonly SysctlConfig: SysctlConfig;
	readonly SysfsConfig: SysfsConfig;
	readonly UdevRulesConfig: UdevRulesConfig;
	readonly UnattendedInstallConfig: UnattendedInstallConfig;
	readonly WatchdogTimerConfig: WatchdogTimerConfig;
	readonly ImageVerificationConfig: ImageVerificationConfig;
	readonly TrustedRootsConfig: TrustedRootsConfig;
	readonly SideroLinkConfig: SideroLinkConfig;
	readonly LVMLogicalVolumeConfig: LVMLogicalVolumeConfig;
	readonly LVMVolumeGroupConfig: LVMVolumeGroupConfig;
	readonly RAIDArrayConfig: RAIDArrayConfig;
	readonly v1alpha1: RootConfig;
}
