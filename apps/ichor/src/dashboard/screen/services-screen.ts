import type { Screen } from './frame.ts';
import { type Line, span } from './line.ts';
import { tableLines } from './table.ts';

/** The services of a node, with what happened to each last. */
export const servicesScreen: Screen = ({ services }, { view }, { columns, rows }) => {
	const cells = services.map(({ id, state, health, tone, age, message }) => [
		span(id, 'strong'),
		span(state, tone),
		span(health, tone),
		span(age === '' ? '' : `${age} ago`),
		span(message),
	]);
	const table = tableLines(serviceColumns, cells, columns);
	const page = Math.max(rows - 2, 1);
	const top = Math.max(Math.min(view.top, services.length - page), 0);
	const blank: Line = [];
	return { lines: [blank, table.header, ...table.rows.slice(top, top + page)], extent: { page, rows: services.length, first: 0 } };
};

const serviceColumns = [
	{ title: 'SERVICE', rank: 0 },
	{ title: 'STATE', rank: 1 },
	{ title: 'HEALTH', rank: 2 },
	{ title: 'LAST CHANGE', align: 'right', rank: 3 },
	{ title: 'LAST EVENT', rank: 0 },
] as const;
