import { versionTag } from '@ichor/machinery/versions';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { clientVersion, serverVersion } from '../version/version-text.ts';

/** `version`: the client's, and the nodes' unless `--client` is given. */
export const version = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		short: toggle('short', 'only the version itself'),
		client: toggle('client', 'only of this program, without asking a node'),
		insecure: toggle('insecure', 'ask a node that is in maintenance mode', { shorthand: 'i' }),
		json: toggle('json', 'what the nodes answer, as JSON', { hidden: true }),
	},
	async run({ flags, terminal }) {
		if (!flags.json) {
			terminal.out(`Client:\n${flags.short ? `Talos ${versionTag}\n` : clientVersion()}`);
			if (flags.client) return;
			terminal.out('Server:\n');
		}
		const { withNodes } = await import('../nodes/node-session.ts');
		await withNodes(flags, terminal, async (session) => await printServers(session, flags.json));
	},
});

async function printServers(session: NodeSession, asJson: boolean): Promise<void> {
	const [{ answersOf }, { VersionSchema }, { toJsonString }] = await Promise.all([
		import('../nodes/answers.ts'),
		import('@ichor/api/machine'),
		import('@bufbuild/protobuf'),
	]);
	for (const { node, message } of await answersOf(session, 'error getting version', session.client.machine.version({}))) {
		session.terminal.out(asJson ? `${toJsonString(VersionSchema, message)}\n` : serverVersion(message, node));
	}
}
