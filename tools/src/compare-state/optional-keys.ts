/** Whether a key at this path may be here and not there: upstream prints it only when it has something to say. */
export function isOptional(type: string, path: string): boolean {
	return optional[type]?.includes(path) ?? false;
}

/** Marked `omitempty` in upstream's pkg/machinery/resources, and empty on the recorded node. */
const optional: Readonly<Record<string, readonly string[]>> = {
	'DiscoveryConfigs.cluster.talos.dev': ['spec.serviceEndpointInsecure'],
};
