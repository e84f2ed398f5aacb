import { clientFlags } from '../client-flags.ts';
import type { CompletionLine } from '../command/complete.ts';
import type { KnownName } from '../command/flag.ts';
import type { Terminal } from '../command/terminal.ts';
import { containerdFlags, containerdNamespace } from '../containerd-namespace.ts';
import { plainOfYaml } from '../jsonpath/plain-value.ts';
import { printable } from '../output/printable.ts';
import { kindNamed, resourceKinds } from '../resource/resource-kind.ts';
import { type NodeFlags, type NodeSession, withAnyNode } from './node-session.ts';
import { podNetworks } from './pod-networks.ts';

/**
 * Names that the nodes of a command line know, for its completion. Without nodes the endpoint answers for itself.
 *
 * @throws Error when the nodes cannot be asked, or have not answered within {@link patience}
 */
export async function knownNames(what: KnownName, line: CompletionLine, terminal: Terminal): Promise<readonly string[]> {
	const silent: Terminal = { ...terminal, out: () => undefined, err: () => undefined };
	const late = Promise.withResolvers<never>();
	const deadline = setTimeout(() => late.reject(new Error('no node has answered in time')), patience);
	try {
		// what is left of the session holds nothing back: it ends its connection, which the process does not wait for
		const names = await withAnyNode(
			flagsOn(line),
			silent,
			async (session) => await Promise.race([lookUps[what](session, line), late.promise]),
		);
		return [...new Set(names)].toSorted().map(printable);
	} finally {
		clearTimeout(deadline);
	}
}

/** Milliseconds. Whoever presses the tab key has not asked to wait for a node that is not there. */
const patience = 3000;

/** The flags of the connection that stand on the line so far. */
function flagsOn({ flags }: CompletionLine): NodeFlags {
	return Object.fromEntries(
		Object.entries(clientFlags).map(([key, flag]) => [key, flags.get(flag) ?? flag.initial]),
	) as unknown as NodeFlags;
}

type LookUp = (session: NodeSession, line: CompletionLine) => Promise<readonly string[]>;

const lookUps: Readonly<Record<KnownName, LookUp>> = {
	members,
	kinds: async (session, { typed }) =>
		(await resourceKinds(oneOf(session))).flatMap(({ id, definition }) => [id, ...(typed === '' ? [] : definition.aliases)]),
	resources,
	services,
	containers: async (session, { flags }) => await containers(session, flags.get(containerdFlags.kubernetes) === true),
	logs: async (session) => (await Promise.all([services(session), containers(session, false), logNames(session)])).flat(),
	pods: async (session) => (await podNetworks(session)).map(({ name }) => name),
	files: async (session, { typed }) => await paths(session, typed, false),
	folders: async (session, { typed }) => await paths(session, typed, true),
};

/** The first of the nodes: what they know is alike. */
function oneOf({ client, nodes: [node] }: NodeSession) {
	return node === undefined ? client : client.node(node);
}

async function members({ client }: NodeSession): Promise<readonly string[]> {
	const names: string[] = [];
	for await (const { resource } of client.nodes([]).state.list({ namespace: 'cluster', type: 'Members.cluster.talos.dev' })) {
		const spec = plainOfYaml(resource?.spec?.yamlSpec ?? '');
		const fields = spec instanceof Map ? spec : new Map();
		names.push(...[fields.get('hostname'), fields.get('addresses')].flat().filter((name) => typeof name === 'string' && name !== ''));
	}
	return names;
}

async function resources(session: NodeSession, { args: [type = ''] }: CompletionLine): Promise<readonly string[]> {
	const services = oneOf(session);
	const { definition } = kindNamed(await resourceKinds(services), type);
	const names: string[] = [];
	for await (const { resource } of services.state.list({ namespace: definition.defaultNamespace, type: definition.resourceType })) {
		names.push(resource?.metadata?.id ?? '');
	}
	return names;
}

async function services({ client }: NodeSession): Promise<readonly string[]> {
	return (await client.machine.serviceList({})).messages.flatMap((message) => message.services.map(({ id }) => id));
}

async function containers({ client }: NodeSession, kubernetes: boolean): Promise<readonly string[]> {
	const { messages } = await client.machine.containers(await containerdNamespace(kubernetes));
	return messages.flatMap((message) => message.containers.filter(({ pid }) => pid !== 0).map(({ id }) => id));
}

async function logNames({ client }: NodeSession): Promise<readonly string[]> {
	return (await client.machine.logsContainers({})).messages.flatMap(({ ids }) => ids);
}

/** What is in the folder that the typed path leads into. A folder ends with a slash. */
async function paths({ client }: NodeSession, typed: string, foldersOnly: boolean): Promise<readonly string[]> {
	const root = typed.slice(0, typed.lastIndexOf('/') + 1) || '/';
	const names: string[] = [];
	for await (const { relativeName, isDir, error, metadata } of client.machine.list({ root })) {
		if (error !== '' || (metadata?.error ?? '') !== '' || relativeName === '.' || (foldersOnly && !isDir)) continue;
		names.push(`${root}${relativeName}${isDir ? '/' : ''}`);
		if (names.length > mostPaths) break;
	}
	return names;
}

/** As many as upstream offers. */
const mostPaths = 500;
