import { clientFlags } from '../client-flags.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';

/** `restart ID`: restarts the process of a container. */
export const restart = defineCommand({
	usage: '<id>',
	args: exactly(1),
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		kubernetes: toggle('kubernetes', "a container of Kubernetes, instead of the system's own", { shorthand: 'k' }),
		useCri: toggle('use-cri', 'has no effect', { hidden: true }),
	},
	run: async ({ flags, args: [id = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const { ContainerDriver } = await import('@ichor/api/common');
			const place = flags.kubernetes
				? { namespace: 'k8s.io', driver: ContainerDriver.CRI }
				: { namespace: 'system', driver: ContainerDriver.CONTAINERD };
			await allAnswersOf(session, 'error restarting process', session.client.machine.restart({ ...place, id }));
		}),
});
