import type { Kubeconfig, KubeconfigEntry } from './kubeconfig.ts';

export type KubeconfigPart = 'cluster' | 'auth' | 'context';

export interface KubeconfigMergeOptions {
	/** What to do with a name that is taken by something else. Asked once for each, in the order of the names. */
	readonly onConflict: (part: KubeconfigPart, name: string) => Promise<'overwrite' | 'rename'>;
	/** The name of the context that is added, instead of its own. */
	readonly contextName?: string;
}

/** A part that got another name. */
export interface KubeconfigRename {
	readonly part: KubeconfigPart;
	readonly from: string;
	readonly to: string;
}

export interface MergedKubeconfig {
	readonly config: Kubeconfig;
	readonly renames: readonly KubeconfigRename[];
}

/**
 * Adds the clusters, users and contexts of another kubeconfig, and makes its context the current one.
 *
 * What is there already under the same name and is the same stays as it is. A renamed part is renamed wherever its name
 * is part of another's: with cluster `c` renamed to `c-1`, user `admin@c` becomes `admin@c-1`.
 */
export async function mergeKubeconfigs(into: Kubeconfig, from: Kubeconfig, options: KubeconfigMergeOptions): Promise<MergedKubeconfig> {
	const place = async (part: KubeconfigPart, name: string, wanted: string, entry: KubeconfigEntry, there: Entries): Promise<string> => {
		const old = there.get(wanted);
		if (old === undefined || sameEntry(old, entry)) return wanted;
		return (await options.onConflict(part, name)) === 'rename' ? freeName(wanted, there) : wanted;
	};
	const clusters = new Map<string, string>();
	for (const [name, entry] of byName(from.clusters)) clusters.set(name, await place('cluster', name, name, entry, into.clusters));
	const users = new Map<string, string>();
	for (const [name, entry] of byName(from.users)) users.set(name, await place('auth', name, renamedIn(name, clusters), entry, into.users));
	const contexts = new Map<string, string>();
	for (const [name, entry] of byName(from.contexts)) {
		contexts.set(name, await place('context', name, options.contextName || renamedIn(name, users), entry, into.contexts));
	}

	const merged: Kubeconfig = {
		...into,
		clusters: new Map([...into.clusters, ...renamed(from.clusters, clusters)]),
		users: new Map([...into.users, ...renamed(from.users, users)]),
		contexts: new Map([
			...into.contexts,
			...[...renamed(from.contexts, contexts)].map(([name, entry]) => [name, pointedAt(entry, clusters, users)] as const),
		]),
		currentContext: [...contexts.values()].at(-1) ?? into.currentContext,
	};
	return { config: merged, renames: [...renamesOf('cluster', clusters), ...renamesOf('auth', users), ...renamesOf('context', contexts)] };
}

type Entries = ReadonlyMap<string, KubeconfigEntry>;
type Names = ReadonlyMap<string, string>;

function byName(entries: Entries): readonly (readonly [string, KubeconfigEntry])[] {
	return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

function renamedIn(name: string, names: Names): string {
	let result = name;
	for (const [from, to] of names) if (from !== '') result = result.replaceAll(from, () => to);
	return result;
}

function renamed(entries: Entries, names: Names): Entries {
	return new Map([...entries].map(([name, entry]) => [names.get(name) ?? name, entry]));
}

function pointedAt(context: KubeconfigEntry, clusters: Names, users: Names): KubeconfigEntry {
	const renamed = (name: KubeconfigEntry[string], names: Names) => (typeof name === 'string' ? (names.get(name) ?? '') : '');
	return { ...context, cluster: renamed(context.cluster, clusters), user: renamed(context.user, users) };
}

function renamesOf(part: KubeconfigPart, names: Names): readonly KubeconfigRename[] {
	return [...names].flatMap(([from, to]) => (from === to ? [] : [{ part, from, to }]));
}

function freeName(name: string, taken: Entries): string {
	let number = 1;
	while (taken.has(`${name}-${number}`)) number++;
	return `${name}-${number}`;
}

/** Entries are the same whatever the order of their keys. */
function sameEntry(a: KubeconfigEntry, b: KubeconfigEntry): boolean {
	return inOrder(a) === inOrder(b);
}

function inOrder(entry: KubeconfigEntry): string {
	return JSON.stringify(entry, (_key, value: unknown) => {
		if (typeof value === 'bigint') return `${value}n`;
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
		return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
	});
}
