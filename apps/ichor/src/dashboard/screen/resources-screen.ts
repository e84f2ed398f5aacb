import { filteredKinds } from './explorer.ts';
import type { Body, Scene, Screen, Size } from './frame.ts';
import { cut, type Line, rule, type Span, span } from './line.ts';
import { type Column, tableLines } from './table.ts';

/** The resources of a node: the list of their kinds, that of one kind, or one of them as YAML. */
export const resourcesScreen: Screen = (_report, scene, size) => {
	const { explorer } = scene.view;
	if (explorer.level === 'kinds') return kinds(scene, size);
	return explorer.level === 'resources' ? resources(scene, size) : resource(scene, size);
};

function kinds({ view: { explorer }, explored }: Scene, size: Size): Body {
	const rows = filteredKinds(explored, explorer);
	const cells = rows.map(({ type, namespace, aliases }) => [span(type), span(namespace), span(aliases.join(', '), 'faint')]);
	const filter = explorer.typing || explorer.filter !== '' ? `filter: ${explorer.filter}${explorer.typing ? '▏' : ''}` : '/ to filter';
	const title = `Resource types, ${rows.length} (enter: select, ${filter})`;
	return list(title, kindColumns, cells, explorer.cursors.kinds, explored.kinds.length === 0 ? explored.failure || '…' : '', size);
}

const kindColumns: readonly Column[] = [
	{ title: 'TYPE', rank: 0 },
	{ title: 'NAMESPACE', rank: 1 },
	{ title: 'ALIASES', rank: 2 },
];

function resources({ view: { explorer }, explored }: Scene, size: Size): Body {
	const rows = explored.resources;
	const columns = explored.columns.map((title, index): Column => ({ title, rank: index === 0 ? 0 : ownFirst(index) }));
	const cells = (rows ?? []).map((row) => row.cells.map((cell) => span(cell)));
	const title = `${explorer.kind?.type ?? ''} in ${explorer.kind?.namespace ?? ''}, ${rows?.length ?? 0} (enter: view, escape: back)`;
	const empty = explored.failure || (rows === undefined ? '…' : 'none');
	return list(title, columns, cells, explorer.cursors.resources, cells.length === 0 ? empty : '', size);
}

/** Owner, phase and version go before the columns that are of the kind itself, and these from the right. */
function ownFirst(index: number): number {
	return index <= 3 ? 100 + index : index;
}

function list(
	title: string,
	columns: readonly Column[],
	cells: readonly (readonly Span[])[],
	cursor: number,
	empty: string,
	size: Size,
): Body {
	const page = Math.max(size.rows - 2, 1);
	const table = tableLines(columns, cells, size.columns);
	const top = Math.max(Math.min(cursor - Math.floor(page / 2), cells.length - page), 0);
	const rows = table.rows.map((row, index): Line => (index === cursor ? row.map(({ text }) => span(text, 'chosen')) : row));
	const shown: readonly Line[] = empty === '' ? rows.slice(top, top + page) : [[span(empty, 'faint')]];
	return { lines: [rule(title, size.columns), table.header, ...shown], extent: { page, rows: cells.length, first: 0 } };
}

function resource({ view: { explorer }, explored }: Scene, { columns, rows }: Size): Body {
	const text = explored.resources?.find(({ id }) => id === explorer.id)?.text ?? ['it is gone'];
	const page = Math.max(rows - 1, 1);
	const top = Math.max(Math.min(explorer.cursors.resource, text.length - page), 0);
	const lines = text.slice(top, top + page).map((line) => cut(yamlLine(line), columns));
	const title = `${explorer.kind?.type ?? ''} ${explorer.id} (escape: back)`;
	return { lines: [rule(title, columns), ...lines], extent: { page, rows: text.length, first: 0 } };
}

function yamlLine(text: string): Line {
	const [, indent = '', key, rest = ''] = /^([ -]*)([^\s:#][^:]*:)( .*)?$/.exec(text) ?? [];
	return key === undefined ? [span(text)] : [span(indent), span(key, 'accent'), span(rest)];
}
