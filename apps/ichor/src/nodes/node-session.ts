import type { TalosClient, TalosClientOptions } from '@ichor/client/api';
import type { TalosContext } from '@ichor/client/talosconfig';
import type { clientFlags } from '../client-flags.ts';
import type { FlagValues } from '../command/flag.ts';
import type { Terminal } from '../command/terminal.ts';
import { UsageError } from '../command/usage-error.ts';
import { UnimplementedError } from '../unimplemented.ts';
import { interruptible } from './interrupt.ts';

/** What a command that talks to nodes has in its hands while it runs. */
export interface NodeSession {
	/** Its calls are for {@link nodes}, and end when the user interrupts. */
	readonly client: TalosClient;
	/** As the user names them. Empty for a machine in maintenance, which answers for itself. */
	readonly nodes: readonly string[];
	readonly terminal: Terminal;
	readonly signal: AbortSignal;
}

/** The flags that say which nodes are meant, and how to get there. */
export type NodeFlags = FlagValues<typeof clientFlags> & {
	/** The nodes are in maintenance: they are called themselves, and whoever answers is believed. */
	readonly insecure?: boolean;
	/** In maintenance: SHA-256 of the public key that the node must have, in base64. */
	readonly certFingerprints?: readonly string[];
};

/**
 * Runs a command's action against the nodes that its flags and the talosconfig name, and closes the connection behind it.
 *
 * @throws UsageError when no node is named, and whatever the action throws: an RpcError as Go programs print it
 */
export async function withNodes<Result>(
	flags: NodeFlags,
	terminal: Terminal,
	action: (session: NodeSession) => Promise<Result>,
): Promise<Result> {
	return await withClient(flags, terminal, action, ({ nodes }) => {
		if (flags.insecure !== true && nodes.length === 0) throw new UsageError(noNodes);
	});
}

/**
 * As {@link withNodes}, but that the endpoint answers for itself when no node is named.
 *
 * @throws Error when there is no endpoint either, and whatever the action throws
 */
export async function withAnyNode<Result>(
	flags: NodeFlags,
	terminal: Terminal,
	action: (session: NodeSession) => Promise<Result>,
): Promise<Result> {
	return await withClient(flags, terminal, action, () => undefined);
}

/** The same for a command that is about a cluster: its calls are for the endpoint itself, whatever nodes are named. */
export async function withEndpoint<Result>(
	flags: NodeFlags,
	terminal: Terminal,
	action: (session: NodeSession) => Promise<Result>,
): Promise<Result> {
	return await withClient({ ...flags, nodes: [] }, terminal, action, () => undefined, { nodes: [] });
}

async function withClient<Result>(
	flags: NodeFlags,
	terminal: Terminal,
	action: (session: NodeSession) => Promise<Result>,
	judge: (target: Target) => void,
	instead: Partial<Target> = {},
): Promise<Result> {
	return await interruptible(terminal, async (signal) => {
		const maintained = flags.insecure === true;
		const target = { ...(maintained ? await maintenance(flags) : await configured(flags, terminal)), ...instead };
		const { options, nodes } = target;
		if (options.endpoints.length === 0) {
			throw new Error(`${maintained ? '' : 'error constructing client: '}failed to determine endpoints`);
		}
		judge(target);
		const { openTalosClient } = await import('@ichor/client/api');
		const client = await openTalosClient({ ...options, nodes, signal });
		try {
			return await action({ client, nodes, terminal, signal });
		} finally {
			client.close();
		}
	});
}

/** @throws UsageError when the command is about one node, and several are meant */
export function requireOneNode({ nodes }: NodeSession, command: string): void {
	if (nodes.length > 1) throw new UsageError(`command ${JSON.stringify(command)} is not supported with multiple nodes`);
}

const noNodes =
	'nodes are not set for the command: please use `--nodes` flag or configuration file to set the nodes to run the command against';

interface Target {
	readonly options: TalosClientOptions;
	readonly nodes: readonly string[];
}

async function maintenance({ nodes: endpoints, certFingerprints = [] }: NodeFlags): Promise<Target> {
	if (certFingerprints.length === 0) return { options: { endpoints, insecure: true }, nodes: [] };
	const { base64Problem } = await import('@ichor/machinery/base64');
	for (const fingerprint of certFingerprints) {
		const problem = base64Problem(fingerprint);
		if (problem !== undefined) throw new Error(`error parsing certificate fingerprint ${JSON.stringify(fingerprint)}: ${problem}`);
	}
	return { options: { endpoints, fingerprints: certFingerprints }, nodes: [] };
}

/** By the talosconfig. A node is its own endpoint when nothing else is said. */
async function configured(flags: NodeFlags, { environment }: Terminal): Promise<Target> {
	const { openTalosconfig } = await import('@ichor/client/talosconfig');
	const { config } = openTalosconfig(flags.talosconfig, environment);
	const context = config.contexts.get(flags.context || config.context);
	const endpoints = [flags.endpoints, context?.endpoints ?? [], flags.nodes].find((addresses) => addresses.length > 0) ?? [];
	if (context === undefined) {
		if (endpoints.length === 0) return { options: { endpoints, insecure: true }, nodes: [] };
		throw new Error(
			`error constructing client: failed to create client connection: failed to resolve configuration context: ${noContext(flags.context, config)}`,
		);
	}
	if (context.auth?.siderov1 !== undefined) {
		throw new UnimplementedError('this version of ichor cannot sign requests for Omni; talosctl can, with the same talosconfig');
	}
	const { tlsOfContext } = await import('@ichor/client/api');
	return {
		options: { endpoints: endpoints.map(addressOf), tls: tlsOfContext(context), metadata: callerMetadata(context, flags.cluster) },
		nodes: flags.nodes.length > 0 ? flags.nodes : (context.nodes ?? []),
	};
}

function noContext(
	named: string,
	{ context, contexts }: { readonly context: string; readonly contexts: ReadonlyMap<string, unknown> },
): string {
	if (named !== '') return `context ${JSON.stringify(named)} not found in config`;
	if (context === '' && contexts.size === 0) return 'talos config file is empty';
	return `default context ${JSON.stringify(context)} not found in config`;
}

/** What a proxy on the way reads: Omni's, for one, which serves several clusters at one address. */
function callerMetadata({ auth, cluster }: TalosContext, named: string): Readonly<Record<string, string>> {
	const clusterName = named || (cluster ?? '');
	const { username, password } = auth?.basic ?? {};
	return {
		runtime: 'Talos',
		...(clusterName === '' ? {} : { context: clusterName }),
		...(username === undefined ? {} : { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` }),
	};
}

/** An endpoint may be written as a URL: its host, and its port or that of https. */
function addressOf(endpoint: string): string {
	const [, scheme, authority = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i.exec(endpoint) ?? [];
	if (scheme === undefined) return endpoint;
	return scheme === 'https' && !/:\d+$/.test(authority) ? `${authority}:443` : authority;
}
