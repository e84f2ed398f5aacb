import { changesIn, type HistoryChange, type HistoryEntry, stateAt } from '@ichor/client/history';
import type { Terminal } from '../command/terminal.ts';
import { documentPrinter } from '../output/documents.ts';
import { type ListingForm } from '../output/listing.ts';
import { table } from '../output/table.ts';
import { differencesText } from './differences.ts';
import type { NodeJournal } from './journal-source.ts';

/** Which part of the past is printed, and how. */
export interface HistoryQuery {
	/** A type or one of its aliases; empty for all. */
	readonly type: string;
	readonly id: string;
	readonly namespace: string;
	/** The moment whose resources are printed; undefined for changes. In milliseconds since 1970, like the others. */
	readonly at: number | undefined;
	readonly since: number;
	readonly until: number;
	readonly output: ListingForm;
}

/**
 * Prints what journals know.
 *
 * @throws Error when a journal does not know the type, or begins later
 */
export async function printHistory(journals: readonly NodeJournal[], query: HistoryQuery, terminal: Terminal): Promise<void> {
	const rows: (readonly string[])[] = [];
	const documents: object[] = [];
	for (const { node, frames } of journals) {
		const { at } = query;
		const there = stateAt(frames, at ?? query.until);
		if (there.length === 0) throw new Error(`the history of ${node} does not reach back to ${new Date(at ?? query.until).toISOString()}`);
		const kinds = kindsIn(there);
		const wanted = filterFor(query, kinds);
		const display = ({ metadata: { type } }: HistoryEntry) => kinds.get(type)?.displayType ?? type;
		if (at !== undefined) {
			for (const entry of there.filter(wanted)) {
				const { namespace, id, version } = entry.metadata;
				rows.push([node, namespace, display(entry), id, String(version), new Date(entry.time).toISOString()]);
				documents.push({ node, metadata: entry.metadata, updated: new Date(entry.time).toISOString(), spec: entry.spec });
			}
			continue;
		}
		for (const change of changesIn(frames, query.since, query.until)) {
			if (!wanted(change.entry)) continue;
			const { time, metadata, spec } = change.entry;
			const moment = new Date(time).toISOString();
			rows.push([
				node,
				moment,
				markOf(change),
				metadata.namespace,
				display(change.entry),
				metadata.id,
				String(metadata.version),
				textOf(change),
			]);
			documents.push({ node, time: moment, event: eventOf(change), metadata, before: change.before?.spec, spec });
		}
	}
	if (query.output === 'table') return terminal.out(table([query.at === undefined ? changeHeadings : stateHeadings, ...rows]));
	const print = await documentPrinter(query.output, terminal);
	for (const document of documents) print(document);
}

const changeHeadings = ['NODE', 'TIME', '*', 'NAMESPACE', 'TYPE', 'ID', 'VERSION', 'WHAT'];
const stateHeadings = ['NODE', 'NAMESPACE', 'TYPE', 'ID', 'VERSION', 'SINCE'];

function eventOf({ entry, before }: HistoryChange): 'created' | 'updated' | 'destroyed' {
	if (entry.gone) return 'destroyed';
	return before === undefined ? 'created' : 'updated';
}

function markOf(change: HistoryChange): string {
	return { created: '+', updated: '~', destroyed: '-' }[eventOf(change)];
}

/** What is different; of what was only torn down, that. */
function textOf({ entry, before }: HistoryChange): string {
	if (before === undefined || entry.gone) return '';
	const phase = before.metadata.phase === entry.metadata.phase ? '' : `phase: ${before.metadata.phase} -> ${entry.metadata.phase}`;
	return [phase, differencesText(before.spec, entry.spec)].filter((text) => text !== '').join(', ');
}

/** What a journal says of types: it has their definitions, as they are resources themselves. */
interface Kind {
	readonly type: string;
	readonly displayType: string;
	readonly allAliases?: readonly string[];
}

function kindsIn(state: readonly HistoryEntry[]): ReadonlyMap<string, Kind> {
	const definitions = state.filter(({ metadata }) => metadata.type === 'ResourceDefinitions.meta.cosi.dev').map(({ spec }) => spec);
	return new Map(definitions.filter(isKind).map((kind) => [kind.type, kind]));
}

/** A journal may come from anywhere. */
function isKind(spec: unknown): spec is Kind {
	const { type, displayType, allAliases = [] } = (spec ?? {}) as Partial<Record<string, unknown>>;
	return [type, displayType, ...(Array.isArray(allAliases) ? allAliases : [undefined])].every((name) => typeof name === 'string');
}

function filterFor({ type, id, namespace }: HistoryQuery, kinds: ReadonlyMap<string, Kind>): (entry: HistoryEntry) => boolean {
	const name = type.toLowerCase();
	const kind = [...kinds.values()].find(
		(one) => one.type.toLowerCase() === name || one.allAliases?.some((alias) => alias.toLowerCase() === name),
	);
	if (type !== '' && kind === undefined) throw new Error(`resource ${JSON.stringify(type)} is not registered`);
	return ({ metadata }) =>
		(kind === undefined ? !metadata.type.endsWith('.meta.cosi.dev') : metadata.type === kind.type) &&
		(id === '' || metadata.id === id) &&
		(namespace === '' || metadata.namespace === namespace);
}
