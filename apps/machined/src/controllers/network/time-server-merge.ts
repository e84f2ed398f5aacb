import { TimeServerSpec, timeServersId } from '@ichor/machinery/resources';
import { merging } from './merging.ts';

/** Time servers of one layer add up; those of a higher one replace the lower ones. */
export const timeServerMergeController = merging({
	name: 'TimeServerMergeControllers.net.talos.dev',
	type: TimeServerSpec,
	id: () => timeServersId,
	join: (lower, upper) => ({
		timeServers: lower.layer === upper.layer ? [...lower.timeServers, ...upper.timeServers] : upper.timeServers,
		layer: upper.layer,
	}),
});
