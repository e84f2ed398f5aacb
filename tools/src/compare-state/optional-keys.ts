/** Whether a key at this path may be on one node and not on another: upstream prints it only when it has something to say. */
export function isOptional(type: string, path: string): boolean {
	return optional[type]?.includes(path) ?? false;
}

/** Marked `omitempty` in upstream's pkg/machinery/resources, and empty on one of the nodes. */
const optional: Readonly<Record<string, readonly string[]>> = {
	// a worker has none
	'Affiliates.cluster.talos.dev': ['spec.controlPlane'],
	'Members.cluster.talos.dev': ['spec.controlPlane'],
	'AddressSpecs.net.talos.dev': ['spec.announceWithARP'],
	'DiscoveryConfigs.cluster.talos.dev': ['spec.serviceEndpointInsecure'],
	'KubeletConfigs.kubernetes.talos.dev': ['spec.extraArgs', 'spec.extraMounts', 'spec.extraConfig', 'spec.credentialProviderConfig'],
	'RegistryConfigs.cri.talos.dev': ['spec.mirrors', 'spec.auths', 'spec.tls', 'spec.mirrors[].skipFallback'],
};
