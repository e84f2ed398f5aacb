import { clientFlags } from '../client-flags.ts';
import { anyArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { listingFlags, printListing } from '../output/listing.ts';

/** `config contexts`: a table, the current one marked. */
export const configContexts = defineCommand({
	args: anyArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: listingFlags,
	async run({ flags, terminal }) {
		const { openTalosconfig } = await import('@ichor/client/talosconfig');
		const { config } = openTalosconfig(flags.talosconfig, terminal.environment);
		const contexts = [...config.contexts]
			.toSorted(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, { endpoints = [], nodes = [] }]) => ({
				cells: [name === config.context ? '*' : '', name, endpoints.join(','), shortened(nodes)],
				value: () => ({ name, current: name === config.context, endpoints, nodes }),
			}));
		await printListing(terminal, flags.output, ['CURRENT', 'NAME', 'ENDPOINTS', 'NODES'], contexts);
	},
});

function shortened(nodes: readonly string[]): string {
	return nodes.length > shownNodes ? `${nodes.slice(0, shownNodes).join(',')}...` : nodes.join(',');
}

const shownNodes = 3;
