import { clientFlags } from '../client-flags.ts';
import { between } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { duration } from '../command/duration-flag.ts';
import { csv } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';
import { UnimplementedError } from '../unimplemented.ts';

/** `config new`: a talosconfig that a node issues, with roles and a lifetime. */
export const configNew = defineCommand({
	usage: '[<path>]',
	args: between(0, 1),
	inherits: clientFlags,
	flags: {
		roles: csv('roles', 'what its holder may do', { initial: ['os:admin'], completion: { kind: 'nothing' } }),
		lifetime: duration('crt-ttl', 'how long its certificate is valid', { initial: '8760h0m0s' }),
	},
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async () => {
			throw new UnimplementedError("this version of ichor has no `config new`; talosctl's works with the same clusters");
		}),
});
