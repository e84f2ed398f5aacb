/** Whether the keys of the map at this path of a spec are data: names that the user or the machine has given. */
export function isDictionary(type: string, path: string): boolean {
	return dictionaries[type]?.includes(path) ?? false;
}

/** Whether what is at this path is an object of Kubernetes: its rules are not ours to compare. */
export function isFree(type: string, path: string): boolean {
	return free[type]?.includes(path) ?? false;
}

const free: Readonly<Record<string, readonly string[]>> = {
	'AuditPolicyConfigs.kubernetes.talos.dev': ['spec.config'],
	'KubeletConfigs.kubernetes.talos.dev': ['spec.extraConfig'],
	'KubeletSpecs.kubernetes.talos.dev': ['spec.config'],
	'Manifests.kubernetes.talos.dev': ['spec[]'],
	'SchedulerConfigs.kubernetes.talos.dev': ['spec.config'],
	'StaticPodStatuses.kubernetes.talos.dev': ['spec'],
	'StaticPods.kubernetes.talos.dev': ['spec'],
};

const dictionaries: Readonly<Record<string, readonly string[]>> = {
	'APIServerConfigs.kubernetes.talos.dev': ['spec.extraArgs', 'spec.environmentVariables', 'spec.resources.limits'],
	'AdmissionControlConfigs.kubernetes.talos.dev': ['spec.config[].configuration'],
	'ControllerManagerConfigs.kubernetes.talos.dev': ['spec.extraArgs', 'spec.environmentVariables', 'spec.resources.limits'],
	'EthernetStatuses.net.talos.dev': ['spec.features'],
	'EtcdConfigs.etcd.talos.dev': ['spec.extraArgs'],
	'EtcdSpecs.etcd.talos.dev': ['spec.extraArgs'],
	'KubeletConfigs.kubernetes.talos.dev': ['spec.extraArgs'],
	'NodeStatuses.kubernetes.talos.dev': ['spec.labels', 'spec.annotations'],
	'PlatformMetadatas.talos.dev': ['spec.tags'],
	'RegistryConfigs.cri.talos.dev': ['spec.mirrors', 'spec.auths', 'spec.tlss'],
	'SchedulerConfigs.kubernetes.talos.dev': ['spec.extraArgs', 'spec.environmentVariables', 'spec.resources.limits'],
};
