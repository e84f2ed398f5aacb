import { ContainerInfoSchema } from '@ichor/api/machine';
import { containerTable } from '../container-table.ts';

/** `containers`: those that containerd runs. */
export const containers = containerTable({
	failure: 'error getting container list',
	header: ['IMAGE', 'PID', 'STATUS'],
	call: async ({ machine }, which) => await machine.containers(which),
	containers: (message) => message.containers,
	schema: ContainerInfoSchema,
	row: ({ image, pid, status }) => [image, String(pid), status],
});
