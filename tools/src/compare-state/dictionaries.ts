/** Whether the keys of the map at this path of a spec are data: names that the user or the machine has given. */
export function isDictionary(type: string, path: string): boolean {
	return dictionaries[type]?.includes(path) ?? false;
}

const dictionaries: Readonly<Record<string, readonly string[]>> = {
	'APIServerConfigs.kubernetes.talos.dev': ['spec.extraArgs', 'spec.environmentVariables', 'spec.resources.limits'],
	'AdmissionControlConfigs.kubernetes.talos.dev': ['spec.config[].configuration'],
	'ControllerManagerConfigs.kubernetes.talos.dev': ['spec.extraArgs', 'spec.environmentVariables', 'spec.resources.limits'],
	'EthernetStatuses.net.talos.dev': ['spec.features'],
	'EtcdConfigs.etcd.talos.dev': ['spec.extraArgs'],
	'EtcdSpecs.etcd.talos.dev': ['spec.extraArgs'],
	'KubeletConfigs.kubernetes.talos.dev': ['spec.extraArgs', 'spec.extraConfig'],
	'PlatformMetadatas.talos.dev': ['spec.tags'],
	'RegistryConfigs.cri.talos.dev': ['spec.mirrors', 'spec.auths', 'spec.tlss'],
	'SchedulerConfigs.kubernetes.talos.dev': ['spec.extraArgs', 'spec.environmentVariables', 'spec.resources.limits'],
	'StaticPodStatuses.kubernetes.talos.dev': ['spec.annotations', 'spec.labels'],
};
