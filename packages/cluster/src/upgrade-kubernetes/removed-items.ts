/** What a minor release of Kubernetes no longer takes, by what it would be refused with: a component that is told so does not start. */
export interface RemovedItems {
	/** Of the components of the control plane. */
	readonly featureGates?: readonly string[];
	readonly admissionPlugins?: readonly string[];
	/** By component, without dashes. */
	readonly flags?: Readonly<Partial<Record<Component, readonly string[]>>>;
	/** `RESOURCE.VERSION.GROUP`. */
	readonly resources?: readonly string[];
}

export type Component = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'kubelet';

/** What is removed on the way from one minor to the next: `1.35->1.36`. Undefined when nothing is known to be. */
export function removedItems(step: string): RemovedItems | undefined {
	return removals[step];
}

/**
 * The changelogs of Kubernetes and its page of removed feature gates. 1.36: the gates that a 1.35.4 knows and a 1.36.3
 * refuses, each tried on both programs; their flags are the same.
 */
const removals: Readonly<Record<string, RemovedItems>> = {
	'1.24->1.25': {
		featureGates: ['CSIVolumeFSGroupPolicy', 'ConfigurableFSGroupPolicy', 'PodDisruptionBudget', 'SelectorIndex'],
		admissionPlugins: ['PodSecurityPolicy'],
		flags: {
			'kube-apiserver': ['service-account-api-audiences'],
			'kube-controller-manager': ['deleting-pods-qps', 'deleting-pods-burst', 'register-retry-count'],
		},
		resources: ['podsecuritypolicies.v1beta1.policy'],
	},
	'1.25->1.26': { featureGates: ['DynamicKubeletConfig'], flags: { 'kube-apiserver': ['master-service-namespace'] } },
	'1.26->1.27': {
		featureGates: [
			'CSIInlineVolume',
			'CSIMigration',
			'ControllerManagerLeaderMigration',
			'DaemonSetUpdateSurge',
			'EphemeralContainers',
			'ExpandCSIVolumes',
			'ExpandInUsePersistentVolumes',
			'ExpandPersistentVolumes',
			'IdentifyPodOS',
			'LocalStorageCapacityIsolation',
			'NetworkPolicyEndPort',
			'StatefulSetMinReadySeconds',
		],
		flags: {
			'kube-controller-manager': ['enable-taint-manager', 'pod-eviction-timeout'],
			kubelet: ['container-runtime', 'master-service-namespace'],
		},
	},
	'1.27->1.28': {
		featureGates: [
			'AdvancedAuditing',
			'CSIMigrationGCE',
			'CSIStorageCapacity',
			'DelegateFSGroupToCSIDriver',
			'DevicePlugins',
			'DisableAcceleratorUsageMetrics',
			'EndpointSliceTerminatingCondition',
			'KubeletCredentialProviders',
			'MixedProtocolLBService',
			'ServiceIPStaticSubrange',
			'ServiceInternalTrafficPolicy',
			'WindowsHostProcessContainers',
		],
	},
	'1.28->1.29': { resources: ['clustercidrs.v1alpha1.networking.k8s.io'] },
	'1.29->1.30': {
		featureGates: [
			'ExpandedDNSConfig',
			'ExperimentalHostUserNamespaceDefaultingGate',
			'IPTablesOwnershipCleanup',
			'KubeletPodResources',
			'KubeletPodResourcesGetAllocatable',
			'MinimizeIPTablesRestore',
			'ProxyTerminatingEndpoints',
			'RemoveSelfLink',
		],
		admissionPlugins: ['SecurityContextDeny'],
	},
	'1.30->1.31': {
		featureGates: [
			'APIPriorityAndFairness',
			'CSINodeExpandSecret',
			'ConsistentHTTPGetHandlers',
			'DefaultHostNetworkHostPortsInPodTemplates',
			'ServiceNodePortStaticSubrange',
			'SkipReadOnlyValidationGCE',
		],
		flags: {
			'kube-controller-manager': [
				'volume-host-cidr-denylist',
				'volume-host-allow-local-loopback',
				'horizontal-pod-autoscaler-upscale-delay',
				'horizontal-pod-autoscaler-downscale-delay',
			],
			kubelet: ['keep-terminated-pod-volumes', 'iptables-masquerade-bit', 'iptables-drop-bit'],
		},
	},
	'1.31->1.32': {
		featureGates: [
			'AllowServiceLBStatusOnNonLB',
			'CloudDualStackNodeIPs',
			'DRAControlPlaneController',
			'HPAContainerMetrics',
			'KMSv2',
			'KMSv2KDF',
			'LegacyServiceAccountTokenCleanUp',
			'MinDomainsInPodTopologySpread',
			'NewVolumeManagerReconstruction',
			'NodeOutOfServiceVolumeDetach',
			'ServerSideApply',
			'ServerSideFieldValidation',
			'StableLoadBalancerNodeSet',
			'ValidatingAdmissionPolicy',
			'ZeroLimitedNominalConcurrencyShares',
		],
		resources: ['podschedulingcontexts.v1alpha3.resource.k8s.io'],
	},
	'1.32->1.33': {
		featureGates: [
			'AppArmor',
			'AppArmorFields',
			'CPUManager',
			'DisableCloudProviders',
			'DisableKubeletCloudCredentialProviders',
			'JobPodFailurePolicy',
			'KubeProxyDrainingTerminatingNodes',
			'PDBUnhealthyPodEvictionPolicy',
			'PersistentVolumeLastPhaseTransitionTime',
			'VolumeCapacityPriority',
		],
		flags: { 'kube-apiserver': ['cloud-config'] },
	},
	'1.33->1.34': {
		featureGates: ['DevicePluginCDIDevices', 'LegacySidecarContainers', 'PodDisruptionConditions'],
		flags: { kubelet: ['cloud-config'] },
	},
	'1.34->1.35': {
		featureGates: ['SizeMemoryBackedVolumes', 'UserNamespacesHostNetworkSupport'],
		flags: { kubelet: ['pod-infra-container-image'] },
	},
	'1.35->1.36': {
		featureGates: [
			'CSIMigrationPortworx',
			'HonorPVReclaimPolicy',
			'InPlacePodVerticalScalingAllocatedStatus',
			'InTreePluginPortworxUnregister',
			'MemoryManager',
			'ServiceTrafficDistribution',
			'StructuredAuthorizationConfiguration',
			'TopologyAwareHints',
			'WatchFromStorageWithoutResourceVersion',
		],
	},
};
