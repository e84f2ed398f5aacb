import { systemErrorText } from '@ichor/std/node/system-error';
import { clientFlags } from '../client-flags.ts';
import { atMost } from '../command/arguments.ts';
import { defineCommand, type Invocation } from '../command/command.ts';
import { csv, list, text, toggle } from '../command/flag-kinds.ts';
import { resolveCommand } from '../command/resolve.ts';
import { helpText } from '../command/usage.ts';
import { applyFlags, applyOptions } from '../configuration/apply-flags.ts';
import { printApplyResults } from '../configuration/apply-results.ts';
import { warnAboutUnexpandedText } from '../hints/unexpanded.ts';
import { readInputFile } from '../input-file.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';
import { patchText, readPatches } from '../patches.ts';

/** `apply-config`: sends a machine configuration to nodes. */
export const applyConfig = defineCommand({
	args: atMost(1),
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		...applyFlags,
		file: text('file', 'the file of the configuration', { shorthand: 'f' }),
		insecure: toggle('insecure', 'the node is in maintenance mode and knows no client yet', { shorthand: 'i' }),
		certFingerprints: csv('cert-fingerprint', 'the fingerprints of which the node must have one, in maintenance mode', {
			completion: { kind: 'nothing' },
		}),
		patches: list('config-patch', 'a patch that is applied before: the text itself, or @file', { shorthand: 'p' }),
	},
	async run(invocation) {
		const { flags, terminal } = invocation;
		refuseArguments(invocation);
		const data = await configurationToSend(invocation);
		const options = await applyOptions(flags);
		await withNodes(flags, terminal, async (session) => {
			const { machine } = session.client;
			const answers = await allAnswersOf(session, 'error applying new configuration', machine.applyConfiguration({ data, ...options }));
			printApplyResults(
				answers.map(({ message }) => message),
				terminal,
			);
		});
	},
});

/** `apply machineconfig` is understood where `apply` is short for it, as kubectl's users write it. */
function refuseArguments({ args: [argument], calledAs, root, terminal }: Invocation): void {
	if (argument === undefined) return;
	const known = argument === 'config' || argument.toLowerCase() === 'machineconfig';
	if (known && calledAs !== 'apply-config') return;
	terminal.out(helpText(resolveCommand(root, ['apply-config']).path, applyConfig));
	throw new Error(known ? 'expected no positional arguments' : `unknown positional argument ${argument}`);
}

async function configurationToSend({
	flags: { file, patches },
	terminal,
}: Pick<Invocation<{ file: ReturnType<typeof text>; patches: ReturnType<typeof list> }>, 'flags' | 'terminal'>): Promise<Uint8Array> {
	if (file === '') throw new Error('no filename supplied for configuration');
	const bytes = readConfiguration(file);
	if (bytes.length === 0) throw new Error('no configuration data read');
	if (patches.length > 0) {
		const { text } = await patchText(bytes, await readPatches(patches, terminal), { name: file, terminal });
		return Buffer.from(text);
	}
	// what the node would take without a word: whether the configuration is one is for the node to judge
	await warnAboutUnexpandedText(bytes, file, terminal);
	return bytes;
}

function readConfiguration(path: string): Uint8Array {
	try {
		return readInputFile(path);
	} catch (error) {
		const reason = systemErrorText(error as NodeJS.ErrnoException);
		throw new Error(`failed to read configuration from ${JSON.stringify(path)}: ${reason}`, { cause: error });
	}
}
