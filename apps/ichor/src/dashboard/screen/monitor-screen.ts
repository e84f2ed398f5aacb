import { humanSize } from '../../output/go-number.ts';
import type { Field, NodeReport } from '../report/node-report.ts';
import { percentText } from '../report/units.ts';
import { chart, gauge, sparkline } from './chart.ts';
import { fieldLines } from './field-lines.ts';
import type { Screen } from './frame.ts';
import { beside, type Line, type Style, span } from './line.ts';
import { tableLines } from './table.ts';

/** How busy a node is, now and before, and with what. The smaller the screen, the more of it is the processes. */
export const monitorScreen: Screen = (report, { view }, { columns, rows }) => {
	const charted = rows >= 18 ? Math.min(Math.max(Math.floor((rows - 13) / 3), 3), 10) : 0;
	const above = [
		...gaugeLine(report, columns),
		...(rows >= 14 ? [[], ...figures(report, columns)] : []),
		...(charted > 0 ? [[], ...charts(report, columns, charted)] : []),
		...(rows >= 18 ? rates(report, columns) : []),
		...(rows >= 14 ? [[]] : []),
	];
	const { header, rows: processes } = tableLines(processColumns, processCells(report), columns);
	const page = Math.max(rows - above.length - 1, 1);
	const top = Math.max(Math.min(view.top, processes.length - page), 0);
	return { lines: [...above, header, ...processes.slice(top, top + page)], extent: { page, rows: processes.length, first: 0 } };
};

function gaugeLine({ gauges }: NodeReport, columns: number): readonly Line[] {
	const width = Math.floor((columns - 2) / 2) - 9;
	if (width < 3) return [];
	const one = (name: string, share: number): Line => {
		const { full, rest } = gauge(share, width);
		const style: Style = share >= 0.9 ? 'bad' : share >= 0.75 ? 'unsure' : 'good';
		return [span(`${name} `, 'strong'), span(full, style), span(rest, 'faint'), span(`${Math.round(share * 100)}%`.padStart(5))];
	};
	return [[...one('CPU', gauges.processor), span('  '), ...one('MEM', gauges.memory)]];
}

/** As many groups of figures as there is room for, in the first of these arrangements that fits. */
function figures(report: NodeReport, columns: number): readonly Line[] {
	const { processor, load, activity, memory } = report;
	const arrangements = [
		[halves('CPU', processor), group('LOAD', load), group('PROCS', activity), halves('MEMORY', memory)],
		[halves('CPU', processor), group('LOAD', load), group('PROCS', activity), group('MEMORY', memory.slice(0, 4))],
		[group('CPU', processor.slice(0, 4)), group('LOAD', load), group('MEMORY', memory.slice(0, 4))],
		[group('CPU', processor.slice(0, 4)), group('LOAD', load)],
	];
	const needed = (blocks: readonly Block[]): number => blocks.reduce((sum, { width }) => sum + width + gap, -gap);
	const blocks = arrangements.find((candidate) => needed(candidate) <= columns);
	return blocks === undefined ? [] : beside(blocks, Math.max(gap, Math.floor((columns - needed(blocks)) / blocks.length)));
}

interface Block {
	readonly lines: readonly Line[];
	readonly width: number;
}

const gap = 3;
const valueWidth = 8;

function group(title: string, fields: readonly Field[]): Block {
	const width = Math.max(...fields.map(({ name }) => name.length)) + 1 + valueWidth;
	const aligned = fields.map((field) => ({ ...field, value: field.value.padStart(valueWidth) }));
	return { lines: [[span(title, 'strong')], ...fieldLines(aligned, width)], width };
}

function halves(title: string, fields: readonly Field[]): Block {
	const middle = Math.ceil(fields.length / 2);
	const first = group(title, fields.slice(0, middle));
	const second = group('', fields.slice(middle));
	return { lines: beside([first, second], 2), width: first.width + second.width + 2 };
}

function charts({ series, gauges, load }: NodeReport, columns: number, height: number): readonly Line[] {
	const width = Math.floor((columns - 4) / 3);
	const busy = series.user.map((user, index) => user + (series.system[index] ?? 0));
	const loadTop = Math.max(1, ...series.load.slice(-width * 2));
	const one = (title: string, values: readonly number[], top: number, style: Style): Block => ({
		lines: [[span(title, 'strong')], ...chart(values, width, height, top).map((row): Line => [span(row, style)])],
		width,
	});
	return beside(
		[
			one('CPU USER+SYSTEM', busy, 1, 'good'),
			one(`MEM USED ${percentText(gauges.memory)}`, series.memory, 1, 'accent'),
			one(`LOAD AVG 60sec ${load[0]?.value ?? ''}`, series.load, loadTop, 'unsure'),
		],
		2,
	);
}

function rates({ series }: NodeReport, columns: number): readonly Line[] {
	const width = Math.floor((columns - 2) / 2);
	const one = (name: string, values: readonly number[], style: Style): Line => {
		const rate = `${humanSize(BigInt(Math.round(values.at(-1) ?? 0)))}/s`.padStart(10);
		return [span(name.padEnd(11), 'faint'), span(rate), span(' '), span(sparkline(values, width - 22), style)];
	};
	return beside(
		[
			{ lines: [one('NET RX', series.received, 'good'), one('NET TX', series.sent, 'accent')], width },
			{ lines: [one('DISK READ', series.read, 'good'), one('DISK WRITE', series.written, 'accent')], width },
		],
		2,
	);
}

const processColumns = [
	{ title: 'PID', align: 'right', rank: 1 },
	{ title: 'S', rank: 6 },
	{ title: 'CPU%', align: 'right', rank: 2 },
	{ title: 'MEM%', align: 'right', rank: 4 },
	{ title: 'VIRT', align: 'right', rank: 8 },
	{ title: 'RES', align: 'right', rank: 3 },
	{ title: 'TIME+', align: 'right', rank: 5 },
	{ title: 'THR', align: 'right', rank: 7 },
	{ title: 'COMMAND', rank: 0 },
] as const;

function processCells({ processes }: NodeReport) {
	return processes.map(({ pid, state, processor, memory, virtual, resident, time, threads, command }) =>
		[String(pid), state, processor, memory, virtual, resident, time, String(threads), command].map((cell) => span(cell)),
	);
}
