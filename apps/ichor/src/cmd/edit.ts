import { clientFlags } from '../client-flags.ts';
import { between } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import type { FlagValues } from '../command/flag.ts';
import { text } from '../command/flag-kinds.ts';
import { activeId, configurationText, configurationType, namedResources } from '../configuration/active-configuration.ts';
import { applyFlags, applyOptions } from '../configuration/apply-flags.ts';
import { printApplyResults } from '../configuration/apply-results.ts';
import { editText } from '../configuration/editor.ts';
import { withoutComments } from '../configuration/without-comments.ts';
import { warnAboutUnexpandedText } from '../hints/unexpanded.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { failureText } from '../nodes/failure-text.ts';
import { type NodeSession, withNodes } from '../nodes/node-session.ts';
import { warnOlderNodes } from '../nodes/older-nodes.ts';

const flags = {
	...applyFlags,
	namespace: text('namespace', "the namespace of the resource, instead of its type's own", { completion: { kind: 'nothing' } }),
};

/** `edit machineconfig`: opens the configuration of each node in the user's editor, and sends what comes back. */
export const edit = defineCommand({
	usage: 'machineconfig',
	long: 'Opens the configuration of each node in the editor of $TALOS_EDITOR or $EDITOR, or in vi, and sends what was changed.\nA configuration that the node refuses is opened again, with the reason above it.',
	args: between(1, 2),
	completion: { kind: 'choices', choices: ['machineconfig'] },
	inherits: clientFlags,
	flags,
	async run({ flags, args: [type = '', id], terminal }) {
		await withNodes(flags, terminal, async (session) => {
			await warnOlderNodes(session);
			for (const node of session.nodes) await editNode(session, node, { type, id, namespace: flags.namespace }, flags);
		});
	},
});

async function editNode(
	session: NodeSession,
	node: string,
	name: { readonly type: string; readonly id: string | undefined; readonly namespace: string },
	values: FlagValues<typeof flags>,
): Promise<void> {
	const resources = await namedResources(session.client.node(node), node, name);
	for (const resource of resources) {
		const { type = '', id = '' } = resource.metadata ?? {};
		if (type !== configurationType) throw new Error('only the machineconfig resource can be edited');
		if (id === activeId) await editUntilTaken(session, node, await configurationText(resource), values);
	}
}

/** Opens the editor until the node takes what was written, or nothing more is changed. */
async function editUntilTaken(session: NodeSession, node: string, body: string, values: FlagValues<typeof flags>): Promise<void> {
	const { client, terminal } = session;
	const options = await applyOptions(values);
	const title = `# Editing ${configurationType}/${activeId} at node ${node}\n`;
	let text = body;
	let refusal = '';
	for (;;) {
		const shown = text;
		const { content, path, discard } = editText(
			`${configurationType}-${activeId}-edit-`,
			`${title}${asComment(refusal)}${text}`,
			terminal.environment,
		);
		text = withoutTitle(content);
		const kept = await withoutComments(text);
		if (refusal !== '' && kept === (await withoutComments(shown))) {
			throw new Error(
				`${asComment(refusal)}A copy of your changes has been stored to ${JSON.stringify(path)}\nEdit canceled, no valid changes were saved.\n`,
			);
		}
		discard();
		if (kept === '') return terminal.err('Apply was skipped: empty file.');
		if (text === body) return terminal.err('Apply was skipped: no changes detected.');
		await warnAboutUnexpandedText(text, `configuration of ${node}`, terminal);
		const sent = client.nodes([node]).machine.applyConfiguration({ data: new TextEncoder().encode(text), ...options });
		try {
			const answers = await allAnswersOf(session, '', sent);
			printApplyResults(
				answers.map(({ message }) => message),
				terminal,
			);
			return;
		} catch (error) {
			if (session.signal.aborted) throw error;
			refusal = failureText(error);
		}
	}
}

function asComment(refusal: string): string {
	return refusal === '' ? '' : `# \n# ${refusal.split('\n').join('\n# ')}\n`;
}

/** The title, the refusal, and whatever other comment stands at the very top. */
function withoutTitle(text: string): string {
	return text.replace(/^(?:# [^\n]*\n)+/, '');
}
