/** Fields of the kubelet's configuration that Talos sets itself, in the order of reporting (pkg/machinery/kubelet, ProtectedConfigurationFields). */
const protectedFields: readonly string[] = [
	'apiVersion',
	'authentication',
	'authorization',
	'cgroupRoot',
	'kind',
	'kubeletCgroups',
	'port',
	'protectKernelDefaults',
	'resolvConf',
	'rotateCertificates',
	'systemCgroups',
	'staticPodPath',
	'seccompDefault',
];

/** Those of the fields that the user may not set. */
export function protectedKubeletFields(config: object = {}): readonly string[] {
	return protectedFields.filter((field) => Object.hasOwn(config, field));
}
