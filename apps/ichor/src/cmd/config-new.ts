import { existsSync } from 'node:fs';
import { clientFlags } from '../client-flags.ts';
import { between } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { duration } from '../command/duration-flag.ts';
import { csv } from '../command/flag-kinds.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';

/** `config new`: a talosconfig that a node issues, with roles and a lifetime. */
export const configNew = defineCommand({
	usage: '[<path>]',
	args: between(0, 1),
	inherits: clientFlags,
	flags: {
		roles: csv('roles', 'what its holder may do', { initial: ['os:admin'], completion: { kind: 'nothing' } }),
		lifetime: duration('crt-ttl', 'how long its certificate is valid', { initial: '8760h0m0s' }),
	},
	run: async ({ flags, args: [path = 'talosconfig'], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'talosconfig');
			const [{ parseRoles }, { decodeTalosconfig, saveTalosconfig, withContext }, { durationMessage }] = await Promise.all([
				import('@ichor/machinery/pki'),
				import('@ichor/client/talosconfig'),
				import('../nodes/duration-message.ts'),
			]);
			const { roles, unknown } = parseRoles(flags.roles);
			if (unknown.length > 0) throw new Error(`unknown roles: ${unknown.join(', ')}`);
			if (existsSync(path)) throw new Error(`talosconfig file already exists: ${JSON.stringify(path)}`);
			const request = { roles: [...roles], crtTtl: durationMessage(flags.lifetime) };
			const [answer] = await allAnswersOf(session, '', session.client.machine.generateClientConfiguration(request));
			if (answer === undefined) throw new Error('the node has answered without a talosconfig');
			const issued = decodeTalosconfig(new TextDecoder().decode(answer.message.talosconfig));
			const context = issued.contexts.get(issued.context);
			if (context === undefined) throw new Error('the node has answered with a talosconfig that has no current context');
			const usable = withContext(issued, issued.context, { ...context, endpoints: [...session.client.endpoints] });
			saveTalosconfig(usable, { path, writable: true });
		}),
});
