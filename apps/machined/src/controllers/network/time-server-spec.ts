import { TimeServerSpec, TimeServerStatus, timeServersId } from '@ichor/machinery/resources';
import { transforming } from '@ichor/runtime';

/** Tells of the time servers that hold. */
export const timeServerSpecController = transforming({
	name: 'network.TimeServerSpecController',
	input: TimeServerSpec,
	output: TimeServerStatus,
	outputId: () => timeServersId,
	transform: async (_context, _reader, { spec: { timeServers } }) => ({ timeServers }),
});
