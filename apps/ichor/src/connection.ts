import type { clientFlags } from './client-flags.ts';
import type { FlagValues } from './command/flag.ts';
import { UnimplementedError } from './unimplemented.ts';

/**
 * Stands where a command goes on to the nodes' API: refuses, with upstream's words, what names no node, and then says that
 * the client is missing.
 */
export async function requireNodes(
	flags: FlagValues<typeof clientFlags> & { readonly insecure?: boolean },
	environment: Readonly<Record<string, string | undefined>>,
): Promise<never> {
	const { endpoints, nodes } = flags.insecure === true ? { endpoints: flags.nodes, nodes: flags.nodes } : await targets(flags, environment);
	if (endpoints.length === 0) {
		throw new Error(`${flags.insecure === true ? '' : 'error constructing client: '}failed to determine endpoints`);
	}
	if (nodes.length === 0) {
		throw new Error(
			'nodes are not set for the command: please use `--nodes` flag or configuration file to set the nodes to run the command against',
		);
	}
	throw new UnimplementedError(
		`this version of ichor cannot talk to a node; talosctl can, with the same talosconfig (${nodes.join(', ')})`,
	);
}

/** Where to connect to, and whom to ask for there. A node is its own endpoint when nothing else is said. */
async function targets(flags: FlagValues<typeof clientFlags>, environment: Readonly<Record<string, string | undefined>>) {
	const { contextOf, openTalosconfig } = await import('@ichor/client/talosconfig');
	const { config } = openTalosconfig(flags.talosconfig, environment);
	const context = config.contexts.has(flags.context || config.context) ? contextOf(config, flags.context) : undefined;
	const named = [flags.endpoints, context?.endpoints ?? [], flags.nodes].find((addresses) => addresses.length > 0);
	return { endpoints: named ?? [], nodes: flags.nodes.length > 0 ? flags.nodes : (context?.nodes ?? []) };
}
