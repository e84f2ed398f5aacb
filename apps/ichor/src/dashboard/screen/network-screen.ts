import type { NodeReport } from '../report/node-report.ts';
import { fieldsInLine } from './field-lines.ts';
import type { Screen } from './frame.ts';
import { type Line, rule, span } from './line.ts';
import { tableLines } from './table.ts';

/** The network of a node: what it is called and asks, its links with their addresses, and its routes. */
export const networkScreen: Screen = (report, { view }, { columns, rows }) => {
	const blank: Line = [];
	const lines = [blank, ...fieldsInLine(report.network, columns), blank, ...links(report, columns), blank, ...routes(report, columns)];
	const top = Math.max(Math.min(view.top, lines.length - rows), 0);
	return { lines: lines.slice(top, top + rows), extent: { page: rows, rows: lines.length, first: 0 } };
};

function links({ links: all }: NodeReport, columns: number): readonly Line[] {
	const cells = all.flatMap(({ name, kind, state, tone, mtu, hardware, addresses }) => {
		const [first = '', ...others] = addresses;
		const own = [span(name, 'strong'), span(kind), span(state, tone), span(mtu), span(hardware), span(first)];
		return [own, ...others.map((address) => ['', '', '', '', ''].map((text) => span(text)).concat(span(address)))];
	});
	const { header, rows } = tableLines(linkColumns, cells, columns);
	return [rule('Links', columns), header, ...rows];
}

const linkColumns = [
	{ title: 'LINK', rank: 0 },
	{ title: 'KIND', rank: 3 },
	{ title: 'STATE', rank: 1 },
	{ title: 'MTU', align: 'right', rank: 4 },
	{ title: 'HARDWARE', rank: 2 },
	{ title: 'ADDRESS', rank: 0 },
] as const;

function routes({ routes: all }: NodeReport, columns: number): readonly Line[] {
	const cells = all.map(({ destination, gateway, link, metric }) => [span(destination), span(gateway), span(metric), span(link)]);
	const { header, rows } = tableLines(routeColumns, cells, columns);
	return [rule('Routes', columns), header, ...rows];
}

const routeColumns = [
	{ title: 'DESTINATION', rank: 0 },
	{ title: 'GATEWAY', rank: 1 },
	{ title: 'METRIC', align: 'right', rank: 2 },
	{ title: 'LINK', rank: 0 },
] as const;
