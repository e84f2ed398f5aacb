import { decodeStructText, encodeFreeFormText, type FieldSchema, type StructSchema, type TypeSchema } from '@ichor/machinery/struct-text';
import { messageOf } from '@ichor/std';
import { ClientError } from '../errors.ts';
import type { Kubeconfig, KubeconfigEntry } from './kubeconfig.ts';

/** Reads a kubeconfig. Keys at the top that kubectl does not know are passed over. Throws ClientError (`malformed`), never with a secret. */
export function decodeKubeconfig(text: string | Uint8Array, name?: string): Kubeconfig {
	const file: KubeconfigFields = read(text, name);
	return {
		clusters: byName(file.clusters, 'cluster'),
		users: byName(file.users, 'user'),
		contexts: byName(file.contexts, 'context'),
		currentContext: file['current-context'] ?? '',
		...(file.preferences && { preferences: file.preferences }),
		...(file.extensions && { extensions: file.extensions }),
	};
}

/** The text of a kubeconfig as kubectl and talosctl write it: everything sorted, a list without items is null. */
export function encodeKubeconfig(config: Kubeconfig): string {
	const { preferences, extensions } = config;
	return encodeFreeFormText({
		apiVersion: 'v1',
		kind: 'Config',
		clusters: listOf(config.clusters, 'cluster'),
		contexts: listOf(config.contexts, 'context'),
		'current-context': config.currentContext,
		users: listOf(config.users, 'user'),
		...(preferences && Object.keys(preferences).length > 0 && { preferences }),
		...(extensions && extensions.length > 0 && { extensions }),
	});
}

type Part = 'cluster' | 'context' | 'user';

interface NamedFields {
	readonly name?: string;
	readonly cluster?: KubeconfigEntry;
	readonly context?: KubeconfigEntry;
	readonly user?: KubeconfigEntry;
}

interface KubeconfigFields {
	readonly clusters?: readonly NamedFields[];
	readonly contexts?: readonly NamedFields[];
	readonly users?: readonly NamedFields[];
	readonly 'current-context'?: string;
	readonly preferences?: KubeconfigEntry;
	readonly extensions?: readonly KubeconfigEntry[];
}

function read(text: string | Uint8Array, name?: string): KubeconfigFields {
	if (text.length === 0) return {};
	try {
		return decodeStructText(text, kubeconfigSchema, name);
	} catch (error) {
		throw new ClientError('malformed', messageOf(error), { cause: error });
	}
}

function byName(list: readonly NamedFields[] = [], part: Part): ReadonlyMap<string, KubeconfigEntry> {
	const entries = new Map<string, KubeconfigEntry>();
	for (const entry of list) {
		const name = entry.name ?? '';
		if (entries.has(name))
			throw new ClientError('malformed', `duplicate name ${JSON.stringify(name)} in list of ${part}s: remove one of the two`);
		entries.set(name, entry[part] ?? {});
	}
	return entries;
}

function listOf(entries: ReadonlyMap<string, KubeconfigEntry>, part: Part) {
	const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
	return sorted.length === 0 ? null : sorted.map(([name, entry]) => ({ name, [part]: entry }));
}

const text: TypeSchema = { of: 'scalar', scalar: 'string' };
const anything: TypeSchema = { of: 'any' };

const named = (list: string, part: Part): FieldSchema => ({
	name: list,
	type: {
		of: 'list',
		item: {
			of: 'struct',
			struct: {
				name: `v1.${list}`,
				fields: [
					{ name: 'name', type: text },
					{ name: part, type: anything },
				],
			},
		},
	},
});

const kubeconfigSchema: StructSchema = {
	name: 'v1.Config',
	fields: [
		named('clusters', 'cluster'),
		named('contexts', 'context'),
		named('users', 'user'),
		{ name: 'current-context', type: text },
		{ name: 'preferences', type: anything },
		{ name: 'extensions', type: { of: 'list', item: anything } },
	],
};
