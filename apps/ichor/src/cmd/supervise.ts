import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';

/** `__supervise HOME CLUSTER`: the process that a local cluster is, where there are no sources to start one from. */
export const superviseCommand = defineCommand({
	usage: '<home> <cluster>',
	args: exactly(2),
	completion: { kind: 'nothing' },
	async run({ args: [home = '', cluster = ''] }) {
		const { supervise } = await import('@ichor/provision/supervisor');
		await supervise(home, cluster);
	},
});
