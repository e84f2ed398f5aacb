import { fieldValue } from './field-value.ts';
import type { Screen } from './frame.ts';
import { type Line, span } from './line.ts';
import { tableLines } from './table.ts';

/** All nodes, each with what is wrong with it. The chosen one is marked, and enter shows it. */
export const nodesScreen: Screen = (_report, { nodes, view }, { columns, rows }) => {
	const cells = nodes.map((node, index) => {
		const [version = '', uptime = ''] = node.headline;
		const trouble = node.trouble === '' ? span('') : span(node.trouble, 'bad');
		return [
			span(index === view.selected ? '›' : ' ', 'accent'),
			span(node.node, index === view.selected ? 'chosen' : 'plain'),
			span(node.hostname, 'strong'),
			span(fieldValue(node.kubernetes, 'TYPE')),
			span(node.stage),
			span(node.ready === 'good' ? '√' : node.ready === 'bad' ? '×' : '?', node.ready),
			span(`${Math.round(node.gauges.processor * 100)}%`),
			span(`${Math.round(node.gauges.memory * 100)}%`),
			span(fieldValue(node.load, '1 min')),
			span(uptime.replace('uptime ', '')),
			span(version),
			trouble,
		];
	});
	const table = tableLines(columnsOfNodes, cells, columns);
	const page = Math.max(rows - 2, 1);
	const top = Math.max(Math.min(view.selected - Math.floor(page / 2), table.rows.length - page), 0);
	const blank: Line = [];
	return { lines: [blank, table.header, ...table.rows.slice(top, top + page)], extent: { page, rows: nodes.length, first: 0 } };
};

const columnsOfNodes = [
	{ title: ' ', rank: 0 },
	{ title: 'NODE', rank: 0 },
	{ title: 'HOSTNAME', rank: 2 },
	{ title: 'TYPE', rank: 6 },
	{ title: 'STAGE', rank: 3 },
	{ title: 'READY', rank: 1 },
	{ title: 'CPU', align: 'right', rank: 4 },
	{ title: 'RAM', align: 'right', rank: 5 },
	{ title: 'LOAD', align: 'right', rank: 7 },
	{ title: 'UPTIME', align: 'right', rank: 8 },
	{ title: 'VERSION', rank: 9 },
	{ title: 'PROBLEM', rank: 0 },
] as const;
