import type { Arguments, PodResources, VolumeMount } from '@ichor/machinery/effective';
import type { ArgumentMap } from './arguments.ts';

/** A volume, resources and arguments as resources have them. */
export function volumesOf(volumes: readonly VolumeMount[]) {
	return volumes.map(({ name, hostPath, mountPath, readOnly }) => ({ name, hostPath, mountPath, readonly: readOnly }));
}

/** Limits are there only where one is set. */
export function resourcesOf({ cpuRequests, memoryRequests, cpuLimits, memoryLimits }: PodResources) {
	return {
		requests: { cpu: cpuRequests, memory: memoryRequests },
		limits: { ...(cpuLimits === '' ? {} : { cpu: cpuLimits }), ...(memoryLimits === '' ? {} : { memory: memoryLimits }) },
	};
}

export function argumentMapOf(args: Arguments): ArgumentMap {
	return Object.fromEntries(args);
}
