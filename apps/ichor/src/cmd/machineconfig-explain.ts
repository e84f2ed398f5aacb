import { atMost } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { requireFormat } from '../output/format.ts';

/** `machineconfig explain PATH`: what a document or a field means, its type and default, since when, and what replaces it. */
export const machineconfigExplain = defineCommand({
	usage: '[path]',
	long: 'Says what a document or a field of a machine configuration means: its type, default and values, since which release, what\nreplaces it, and an example. The end of a path is enough. Without a path it lists the documents.',
	examples: [
		'ichor machineconfig explain machine.network.hostname',
		'ichor machineconfig explain VolumeConfig.encryption',
		'ichor machineconfig explain minSize',
	],
	args: atMost(1),
	completion: { kind: 'fields' },
	flags: {
		output: text('output', 'text or json', { shorthand: 'o', initial: 'text', completion: { kind: 'choices', choices: ['json', 'text'] } }),
	},
	async run({ flags, args: [path], terminal }) {
		const json = requireFormat(flags.output, ['text', 'json']) === 'json';
		const { documentsText, explainDocuments, explainPath, explanationText } = await import('@ichor/machinery/docs');
		if (path === undefined) {
			const documents = explainDocuments();
			terminal.out(json ? `${JSON.stringify(documents, undefined, 2)}\n` : documentsText(documents));
			return;
		}
		const result = explainPath(path);
		if (!('found' in result)) throw new Error(explanationText(result).trimEnd());
		terminal.out(json ? `${JSON.stringify(result.found, undefined, 2)}\n` : explanationText(result));
	},
});
