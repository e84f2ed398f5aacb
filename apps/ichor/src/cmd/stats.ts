import { StatSchema } from '@ichor/api/machine';
import { containerTable } from '../container-table.ts';
import { fixed } from '../output/go-number.ts';

/** `stats`: the memory and the processor time that containers use. */
export const stats = containerTable({
	failure: 'error getting stats',
	header: ['MEMORY(MB)', 'CPU'],
	call: async ({ machine }, which) => await machine.stats(which),
	containers: (message) => message.stats,
	schema: StatSchema,
	row: ({ memoryUsage, cpuUsage }) => [fixed(Number(memoryUsage) * 1e-6, 2), String(cpuUsage)],
});
