import type { ContextInfo } from '@ichor/client/talosconfig';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { requireFormat } from '../output/format.ts';

/** `config info`: what the current context reaches, may do, and for how long. */
export const configInfo = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		output: text('output', 'json, yaml or text', {
			shorthand: 'o',
			initial: 'text',
			completion: { kind: 'choices', choices: ['json', 'text', 'yaml'] },
		}),
	},
	async run({ flags, terminal }) {
		const { contextInfo, contextOf, openTalosconfig } = await import('@ichor/client/talosconfig');
		const { config } = openTalosconfig(flags.talosconfig, terminal.environment);
		contextOf(config);
		const print = printers[requireFormat(flags.output, ['text', 'json', 'yaml'])];
		terminal.out(await print(contextInfo(config, new Date(), flags.context)));
	},
});

const printers: Readonly<Record<'text' | 'json' | 'yaml', (info: ContextInfo) => string | Promise<string>>> = {
	text: ({ context, nodes = [], endpoints = [], roles, certTTL, certNotAfter }) =>
		[
			`Current context:     ${context}`,
			`Nodes:               ${nodes.join(', ') || 'not defined'}`,
			`Endpoints:           ${endpoints.join(', ') || 'not defined'}`,
			...(roles.length === 0 ? [] : [`Roles:               ${roles.join(', ')}`]),
			...(certTTL === '' ? [] : [`Certificate expires: ${certTTL} (${certNotAfter})`]),
			'',
		].join('\n'),
	json: (info) => `${escapeForHtml(JSON.stringify(withNulls(info), undefined, 2))}\n`,
	yaml: async (info) => {
		const { emit, outputMap, outputSeq, outputString } = await import('@ichor/machinery/yaml');
		const node = (value: string | readonly string[]) =>
			typeof value === 'string' ? outputString(value) : outputSeq(value.map(outputString));
		return emit(outputMap(Object.entries(withNulls(info)).map(([key, value]) => [key, node(value ?? [])])), 'config-1.13');
	},
};

/** Go's encoder has null for a list that was never set. */
function withNulls({ context, nodes, endpoints, roles, ...certificate }: ContextInfo) {
	return { context, nodes: nodes ?? null, endpoints: endpoints ?? null, roles: roles.length === 0 ? null : roles, ...certificate };
}

/** As Go's encoder does, so that the output is the same to the byte. */
function escapeForHtml(json: string): string {
	return json.replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
