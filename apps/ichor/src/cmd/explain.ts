import { atMost } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { requireFormat } from '../output/format.ts';

/** `explain RESOURCE[.FIELD]`: what a type of resource is, or a field of its spec. No node is asked. */
export const explain = defineCommand({
	usage: '[<type>[.<field>]]',
	long: 'Says what a type of resource is: its namespace, aliases, columns, and the fields of its spec with their types; or what one of\nthem means. Without a type it lists them all. No node is asked: this is what this version of Ichor knows.',
	examples: ['ichor explain members', 'ichor explain links.bondMaster.mode', 'ichor explain addressstatuses.net.talos.dev'],
	args: atMost(1),
	completion: { kind: 'resource fields' },
	flags: {
		output: text('output', 'text or json', { shorthand: 'o', initial: 'text', completion: { kind: 'choices', choices: ['json', 'text'] } }),
	},
	async run({ flags, args: [name], terminal }) {
		const json = requireFormat(flags.output, ['text', 'json']) === 'json';
		const { explainResource, explainResources, resourceExplanationText, resourcesText } = await import('@ichor/machinery/resources/docs');
		if (name === undefined) {
			const types = explainResources();
			terminal.out(json ? `${JSON.stringify(types, undefined, 2)}\n` : resourcesText(types));
			return;
		}
		const found = explainResource(name);
		if ('unknown' in found) throw new Error(resourceExplanationText(found).trimEnd());
		terminal.out(json ? `${JSON.stringify(found, undefined, 2)}\n` : resourceExplanationText(found));
	},
});
