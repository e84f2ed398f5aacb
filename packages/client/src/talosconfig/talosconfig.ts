import { ClientError } from '../errors.ts';

/** A client's configuration: the clusters that it knows, and which of them it talks to. */
export interface Talosconfig {
	/** The name of the current context; empty when none is chosen. */
	readonly context: string;
	readonly contexts: ReadonlyMap<string, TalosContext>;
}

/** Where a cluster is and how to prove to it who asks. Certificates and keys are PEM in base64. */
export interface TalosContext {
	/** The machines whose API is called. Absent and empty differ in `config info -o json` only. */
	readonly endpoints?: readonly string[];
	/** The machines that the calls are for; the endpoints pass them on. */
	readonly nodes?: readonly string[];
	readonly ca?: string;
	readonly crt?: string;
	readonly key?: string;
	readonly auth?: TalosContextAuth;
	/** The cluster's name in Omni. */
	readonly cluster?: string;
	/** A SOCKS proxy on the way to the endpoints. Read and kept; upstream knows it from 1.14 on. */
	readonly proxyURL?: string;
}

/** Other ways to prove who asks than a client certificate. */
export interface TalosContextAuth {
	readonly basic?: { readonly username: string; readonly password: string };
	readonly siderov1?: { readonly identity: string };
}

export const emptyTalosconfig: Talosconfig = { context: '', contexts: new Map() };

/** A context of that name, which becomes the only one and the current one. */
export function singleContext(name: string, context: TalosContext): Talosconfig {
	return { context: name, contexts: new Map([[name, context]]) };
}

/**
 * The context to use: the one that is named, else the current one.
 *
 * Throws ClientError (`no-context`) with upstream's text.
 */
export function contextOf(config: Talosconfig, name = ''): TalosContext {
	const chosen = name || config.context;
	if (chosen === '') throw new ClientError('no-context', 'no context is set');
	const context = config.contexts.get(chosen);
	if (!context) throw new ClientError('no-context', `context ${JSON.stringify(chosen)} is not defined`);
	return context;
}

/** The configuration with a context added or replaced. */
export function withContext(config: Talosconfig, name: string, context: TalosContext): Talosconfig {
	return { ...config, contexts: new Map([...config.contexts, [name, context]]) };
}

/** A context that got another name because its own was taken. */
export interface ContextRename {
	readonly from: string;
	readonly to: string;
}

export interface MergedTalosconfig {
	readonly config: Talosconfig;
	/** In the order of the names. Upstream's order is random. */
	readonly renames: readonly ContextRename[];
}

/**
 * Adds the contexts of another configuration, and takes over its current one. A name that is taken gets a number
 * behind it: `a`, `a-1`, `a-2`.
 */
export function mergeTalosconfigs(into: Talosconfig, from: Talosconfig): MergedTalosconfig {
	const contexts = new Map(into.contexts);
	const names = new Map<string, string>();
	for (const [name, context] of [...from.contexts].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const free = freeName(name, contexts);
		contexts.set(free, context);
		names.set(name, free);
	}
	const context = from.context === '' ? into.context : (names.get(from.context) ?? '');
	const renames = [...names].flatMap(([name, to]) => (name === to ? [] : [{ from: name, to }]));
	return { config: { context, contexts }, renames };
}

function freeName(name: string, taken: ReadonlyMap<string, TalosContext>): string {
	if (!taken.has(name)) return name;
	let number = 1;
	while (taken.has(`${name}-${number}`)) number++;
	return `${name}-${number}`;
}
