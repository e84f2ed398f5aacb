import type { DocumentKind } from '../document.ts';
import { existingVolumeConfig } from './block/existing-volume-config.ts';
import { externalVolumeConfig } from './block/external-volume-config.ts';
import { filesystemScrubConfig } from './block/filesystem-scrub-config.ts';
import { filesystemTrimConfig } from './block/filesystem-trim-config.ts';
import { rawVolumeConfig } from './block/raw-volume-config.ts';
import { swapVolumeConfig } from './block/swap-volume-config.ts';
import { userVolumeConfig } from './block/user-volume-config.ts';
import { volumeConfig } from './block/volume-config.ts';
import { zswapConfig } from './block/zswap-config.ts';
import { discoveryIdentityConfig } from './cluster/discovery-identity-config.ts';
import { discoveryServiceConfig } from './cluster/discovery-service-config.ts';
import { containerConfig } from './container/container-config.ts';
import { criBaseRuntimeSpecConfig } from './cri/cri-base-runtime-spec-config.ts';
import { criCustomizationConfig } from './cri/cri-customization-config.ts';
import { imageCacheConfig } from './cri/image-cache-config.ts';
import { registryAuthConfig } from './cri/registry-auth-config.ts';
import { registryMirrorConfig } from './cri/registry-mirror-config.ts';
import { registryTLSConfig } from './cri/registry-tls-config.ts';
import { pciDriverRebindConfig } from './hardware/pci-driver-rebind-config.ts';
import { kubeAdmissionControlConfig } from './k8s/kube-admission-control-config.ts';
import { kubeAggregatorCAConfig } from './k8s/kube-aggregator-ca-config.ts';
import { kubeAPIServerCAConfig } from './k8s/kube-api-server-ca-config.ts';
import { kubeAPIServerConfig } from './k8s/kube-api-server-config.ts';
import { kubeAuditPolicyConfig } from './k8s/kube-audit-policy-config.ts';
import { kubeAuthenticationConfig } from './k8s/kube-authentication-config.ts';
import { kubeAuthorizerConfig } from './k8s/kube-authorizer-config.ts';
import { kubeClusterConfig } from './k8s/kube-cluster-config.ts';
import { kubeControllerManagerConfig } from './k8s/kube-controller-manager-config.ts';
import { kubeCoreDNSConfig } from './k8s/kube-core-dns-config.ts';
import { kubeCredentialProviderConfig } from './k8s/kube-credential-provider-config.ts';
import { kubeEtcdEncryptionConfig } from './k8s/kube-etcd-encryption-config.ts';
import { kubeExternalManifestConfig } from './k8s/kube-external-manifest-config.ts';
import { kubeFlannelCNIConfig } from './k8s/kube-flannel-cni-config.ts';
import { kubeInlineManifestConfig } from './k8s/kube-inline-manifest-config.ts';
import { kubeNetworkConfig } from './k8s/kube-network-config.ts';
import { kubeNodeConfig } from './k8s/kube-node-config.ts';
import { kubePrismConfig } from './k8s/kube-prism-config.ts';
import { kubeProxyConfig } from './k8s/kube-proxy-config.ts';
import { kubeSchedulerConfig } from './k8s/kube-scheduler-config.ts';
import { kubeServiceAccountConfig } from './k8s/kube-service-account-config.ts';
import { kubeStaticPodConfig } from './k8s/kube-static-pod-config.ts';
import { kubeTalosAPIAccessConfig } from './k8s/kube-talos-api-access-config.ts';
import { kubeletConfig } from './k8s/kubelet-config.ts';
import { bgpInstanceConfig } from './network/bgp-instance-config.ts';
import { blackholeRouteConfig } from './network/blackhole-route-config.ts';
import { bondConfig } from './network/bond-config.ts';
import { bridgeConfig } from './network/bridge-config.ts';
import { dhcpv4Config } from './network/dhcpv4-config.ts';
import { dhcpv6Config } from './network/dhcpv6-config.ts';
import { dummyLinkConfig } from './network/dummy-link-config.ts';
import { ethernetConfig } from './network/ethernet-config.ts';
import { hcloudVIPConfig } from './network/hcloud-vip-config.ts';
import { hostnameConfig } from './network/hostname-config.ts';
import { httpProbeConfig } from './network/http-probe-config.ts';
import { kubeSpanConfig } from './network/kube-span-config.ts';
import { kubeSpanEndpointsConfig } from './network/kube-span-endpoints-config.ts';
import { layer2VIPConfig } from './network/layer2-vip-config.ts';
import { linkAliasConfig } from './network/link-alias-config.ts';
import { linkConfig } from './network/link-config.ts';
import { networkDefaultActionConfig } from './network/network-default-action-config.ts';
import { networkRuleConfig } from './network/network-rule-config.ts';
import { resolverConfig } from './network/resolver-config.ts';
import { routingRuleConfig } from './network/routing-rule-config.ts';
import { staticHostConfig } from './network/static-host-config.ts';
import { tcpProbeConfig } from './network/tcp-probe-config.ts';
import { timeSyncConfig } from './network/time-sync-config.ts';
import { vethConfig } from './network/veth-config.ts';
import { vlanConfig } from './network/vlan-config.ts';
import { vrfConfig } from './network/vrf-config.ts';
import { wireguardConfig } from './network/wireguard-config.ts';
import { environmentConfig } from './runtime/environment-config.ts';
import { etcFileConfig } from './runtime/etc-file-config.ts';
import { eventSinkConfig } from './runtime/event-sink-config.ts';
import { extensionServiceConfig } from './runtime/extension-service-config.ts';
import { kernelModuleConfig } from './runtime/kernel-module-config.ts';
import { kmsgLogConfig } from './runtime/kmsg-log-config.ts';
import { oomConfig } from './runtime/oom-config.ts';
import { securityProfileConfig } from './runtime/security-profile-config.ts';
import { sysctlConfig } from './runtime/sysctl-config.ts';
import { sysfsConfig } from './runtime/sysfs-config.ts';
import { udevRulesConfig } from './runtime/udev-rules-config.ts';
import { unattendedInstallConfig } from './runtime/unattended-install-config.ts';
import { watchdogTimerConfig } from './runtime/watchdog-timer-config.ts';
import { imageVerificationConfig } from './security/image-verification-config.ts';
import { trustedRootsConfig } from './security/trusted-roots-config.ts';
import { sideroLinkConfig } from './siderolink/sidero-link-config.ts';
import { lvmLogicalVolumeConfig } from './storage/lvm-logical-volume-config.ts';
import { lvmVolumeGroupConfig } from './storage/lvm-volume-group-config.ts';
import { raidArrayConfig } from './storage/raid-array-config.ts';
import { rootConfig } from './v1alpha1/root.ts';

/** All kinds of documents, by domain. A new kind is a line here. */
export const documentKinds: readonly DocumentKind[] = [
	existingVolumeConfig,
	externalVolumeConfig,
	filesystemScrubConfig,
	filesystemTrimConfig,
	rawVolumeConfig,
	swapVolumeConfig,
	userVolumeConfig,
	volumeConfig,
	zswapConfig,
	discoveryIdentityConfig,
	discoveryServiceConfig,
	containerConfig,
	criBaseRuntimeSpecConfig,
	criCustomizationConfig,
	imageCacheConfig,
	registryAuthConfig,
	registryMirrorConfig,
	registryTLSConfig,
	pciDriverRebindConfig,
	kubeAdmissionControlConfig,
	kubeAggregatorCAConfig,
	kubeAPIServerCAConfig,
	kubeAPIServerConfig,
	kubeAuditPolicyConfig,
	kubeAuthenticationConfig,
	kubeAuthorizerConfig,
	kubeClusterConfig,
	kubeControllerManagerConfig,
	kubeCoreDNSConfig,
	kubeCredentialProviderConfig,
	kubeEtcdEncryptionConfig,
	kubeExternalManifestConfig,
	kubeFlannelCNIConfig,
	kubeInlineManifestConfig,
	kubeNetworkConfig,
	kubeNodeConfig,
	kubePrismConfig,
	kubeProxyConfig,
	kubeSchedulerConfig,
	kubeServiceAccountConfig,
	kubeStaticPodConfig,
	kubeTalosAPIAccessConfig,
	kubeletConfig,
	bgpInstanceConfig,
	blackholeRouteConfig,
	bondConfig,
	bridgeConfig,
	dhcpv4Config,
	dhcpv6Config,
	dummyLinkConfig,
	ethernetConfig,
	hcloudVIPConfig,
	hostnameConfig,
	httpProbeConfig,
	kubeSpanConfig,
	kubeSpanEndpointsConfig,
	layer2VIPConfig,
	linkAliasConfig,
	linkConfig,
	networkDefaultActionConfig,
	networkRuleConfig,
	resolverConfig,
	routingRuleConfig,
	staticHostConfig,
	tcpProbeConfig,
	timeSyncConfig,
	vethConfig,
	vlanConfig,
	vrfConfig,
	wireguardConfig,
	environmentConfig,
	etcFileConfig,
	eventSinkConfig,
	extensionServiceConfig,
	kernelModuleConfig,
	kmsgLogConfig,
	oomConfig,
	securityProfileConfig,
	sysctlConfig,
	sysfsConfig,
	udevRulesConfig,
	unattendedInstallConfig,
	watchdogTimerConfig,
	imageVerificationConfig,
	trustedRootsConfig,
	sideroLinkConfig,
	lvmLogicalVolumeConfig,
	lvmVolumeGroupConfig,
	raidArrayConfig,
	rootConfig,
];

const byName: ReadonlyMap<string, DocumentKind> = new Map(documentKinds.map((kind) => [kind.kind, kind]));

/** The kind of that name; `v1alpha1` is the root document's. */
export function findDocumentKind(name: string): DocumentKind | undefined {
	return byName.get(name);
}
