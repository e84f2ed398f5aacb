import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';

/** `dmesg`: what the kernels of nodes say, each message with the name of its node. */
export const dmesg = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		follow: toggle('follow', 'go on with what comes', { shorthand: 'f' }),
		tail: toggle('tail', 'with --follow: only what comes from now on'),
	},
	run: async ({ flags: { follow, tail, ...flags }, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const { eachMessage } = await import('../nodes/streams.ts');
			await eachMessage(session, session.client.machine.dmesg({ follow, tail }), ({ bytes }, { node }) => {
				if (bytes.length > 0) terminal.out(Buffer.concat([Buffer.from(`${node}: `), bytes]));
				return undefined;
			});
		}),
});
