import type { Patch } from '@ichor/machinery/config';
import { clientFlags } from '../client-flags.ts';
import { between } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import type { FlagValues } from '../command/flag.ts';
import { list, text } from '../command/flag-kinds.ts';
import { activeId, configurationText, configurationType, namedResources } from '../configuration/active-configuration.ts';
import { applyFlags, applyOptions } from '../configuration/apply-flags.ts';
import { printApplyResults } from '../configuration/apply-results.ts';
import { withoutComments } from '../configuration/without-comments.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { type NodeSession, withNodes } from '../nodes/node-session.ts';
import { warnOlderNodes } from '../nodes/older-nodes.ts';
import { patchText, readPatches } from '../patches.ts';

const flags = {
	...applyFlags,
	namespace: text('namespace', "the namespace of the resource, instead of its type's own", { completion: { kind: 'nothing' } }),
	patches: list('patch', 'a patch: the text itself, or @file', { shorthand: 'p' }),
	patchFile: text('patch-file', 'the file of a patch'),
};

/** `patch machineconfig`: changes the configuration of nodes by patches, one node after another. */
export const patch = defineCommand({
	usage: 'machineconfig',
	args: between(1, 2),
	completion: { kind: 'choices', choices: ['machineconfig'] },
	inherits: clientFlags,
	flags,
	async run({ flags, args: [type = '', id], terminal }) {
		await withNodes(flags, terminal, async (session) => {
			const given = [...flags.patches, ...(flags.patchFile === '' ? [] : [`@${flags.patchFile}`])];
			if (given.length === 0) throw new Error('either --patch or --patch-file should be defined');
			const patches = await readPatches(given, terminal);
			await warnOlderNodes(session);
			for (const node of session.nodes) await patchNode(session, node, { type, id, namespace: flags.namespace }, patches, flags);
		});
	},
});

async function patchNode(
	session: NodeSession,
	node: string,
	name: { readonly type: string; readonly id: string | undefined; readonly namespace: string },
	patches: readonly Patch[],
	values: FlagValues<typeof flags>,
): Promise<void> {
	const { terminal, client } = session;
	const resources = await namedResources(client.node(node), node, name);
	for (const resource of resources) {
		const { type = '', id = '' } = resource.metadata ?? {};
		if (type !== configurationType) throw new Error(`${node}: unsupported resource type: ${type}`);
		if (id !== activeId) continue;
		const before = await configurationText(resource);
		const patched = await patchText(before, patches, { name: `configuration of ${node}`, terminal });
		const data = Buffer.from(patched.text);
		if ((await withoutComments(data.toString())) === (await withoutComments(before))) {
			terminal.err('Apply was skipped: no changes detected.');
			return;
		}
		const sent = client.nodes([node]).machine.applyConfiguration({ data, ...(await applyOptions(values)) });
		const answers = allAnswersOf(session, '', sent);
		// said also of a configuration that the node then refuses, as upstream does: the refusal follows
		await answers.catch(() => undefined);
		terminal.err(`patched ${type}/${id} at the node ${node}`);
		printApplyResults(
			(await answers).map(({ message }) => message),
			terminal,
		);
	}
}
