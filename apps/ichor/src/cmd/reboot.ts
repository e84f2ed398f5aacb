import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { enumeration } from '../command/choice-flag.ts';
import { defineCommand } from '../command/command.ts';
import { duration } from '../command/duration-flag.ts';
import { toggle } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';
import { warnOlderNodes } from '../nodes/older-nodes.ts';
import { trackFlags } from '../track/flags.ts';

/** `reboot`: restarts nodes, and waits until they run again. */
export const reboot = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		...trackFlags,
		mode: enumeration('mode', 'how the machine restarts; powercycle goes through its firmware', {
			shorthand: 'm',
			choices: ['default', 'force', 'powercycle'],
			initial: 'default',
		}),
		progress: enumeration('progress', 'how the progress is shown', { choices: ['auto', 'plain'], initial: 'auto' }),
		drain: toggle('drain', 'cordon the Kubernetes node and evict its pods before'),
		drainTimeout: duration('drain-timeout', 'how long the eviction may take', { initial: '5m0s' }),
	},
	async run({ flags, terminal }) {
		const { RebootRequest_Mode: modes } = await import('@ichor/api/machine');
		const mode = { default: modes.DEFAULT, force: modes.FORCE, powercycle: modes.POWERCYCLE }[flags.mode];
		await withNodes(flags, terminal, async (session) => {
			await warnOlderNodes(session);
			const { rebootNodes } = await import('../track/reboot-nodes.ts');
			// a node that is drained is followed in any case: it has to be given back
			const restart = async () => await rebootNodes(session, mode, { ...flags, wait: flags.wait || flags.drain });
			if (!flags.drain) return await restart();
			const { whileDrained } = await import('../track/drain-nodes.ts');
			await whileDrained(session, flags, restart);
		});
	},
});
