import { isLater, type TalosContract } from './contract.ts';

/** What generation does differently from one contract to the next, by upstream's names. */
export type ContractFeature = keyof typeof features;

/**
 * The last minor of 1.x without the feature (`after`), and the last one with it (`until`), where it has ended.
 * Source: siderolabs/talos v1.14.0-rc.1, pkg/machinery/config/contract.go.
 */
interface FeatureRange {
	readonly after?: number;
	readonly until?: number;
}

const features = {
	podSecurityAdmissionEnabled: { after: 0 },
	stableHostnameEnabled: { after: 1 },
	kubeletDefaultRuntimeSeccompProfileEnabled: { after: 1 },
	kubernetesAlternateImageRegistries: { after: 1, until: 2 },
	kubernetesAllowSchedulingOnControlPlanes: { after: 1 },
	kubernetesDiscoveryBackendDisabled: { after: 1 },
	apidExtKeyUsageCheckEnabled: { after: 2 },
	apiServerAuditPolicySupported: { after: 2 },
	kubeletManifestsDirectoryDisabled: { after: 2 },
	secretboxEncryptionSupported: { after: 2 },
	diskQuotaSupportEnabled: { after: 4 },
	kubePrismEnabled: { after: 5 },
	hostDNSEnabled: { after: 6 },
	useRSAServiceAccountKey: { after: 6 },
	clusterNameForWorkers: { after: 7 },
	hostDNSForwardKubeDNSToHost: { after: 7 },
	addExcludeFromExternalLoadBalancer: { after: 7 },
	secureBootEnrollEnforcementSupported: { after: 7 },
	volumeConfigEncryptionSupported: { after: 10 },
	multidocNetworkConfigSupported: { after: 11 },
	hideDisablePSP: { after: 11 },
	hideRBACAndKeyUsage: { after: 11 },
	populateClusterSANsFromEndpoint: { until: 11 },
	grubUseUKICmdlineDefault: { after: 11 },
	kubeSpanMultidocConfig: { after: 12 },
	hostDNSMultidocConfig: { after: 13 },
	discoveryServiceMultidocConfig: { after: 13 },
	discoveryIdentityMultidocConfig: { after: 13 },
	unattendedInstallConfig: { after: 13 },
	multidocKubernetesConfigSupported: { after: 13 },
	filesystemTrimEnabledByDefault: { after: 13 },
	workloadIsolationEnabledByDefault: { after: 13 },
	multidocSysctlConfigSupported: { after: 13 },
	multidocKernelModuleConfigSupported: { after: 13 },
} as const satisfies Record<string, FeatureRange>;

export const contractFeatures = Object.keys(features) as readonly ContractFeature[];

/** Whether a configuration for `contract` has the feature. */
export function hasFeature(contract: TalosContract, feature: ContractFeature): boolean {
	const { after, until }: FeatureRange = features[feature];
	const started = after === undefined || isLater(contract, { major: 1, minor: after });
	return started && (until === undefined || !isLater(contract, { major: 1, minor: until }));
}
