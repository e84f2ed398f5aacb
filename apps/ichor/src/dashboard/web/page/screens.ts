import type { SentReport } from '../send-nodes.ts';
import { areaChart } from './chart.ts';
import { card, facts, h, table } from './dom.ts';

/** The screens of one node that are drawn anew with each report. The log and the resources have more to keep. */
export function monitor({ gauges, series, processor, load, activity, memory, processes }: SentReport): readonly HTMLElement[] {
	const busy = series.user.map((user, index) => user + (series.system[index] ?? 0));
	const [oneMinute] = load;
	const value = (text: string, small: string): HTMLElement => h('p', { class: 'value' }, text, ' ', h('small', {}, small));
	const rate = (values: readonly number[]): string => `${size(values.at(-1) ?? 0)}/s`;
	const pair = (title: string, names: readonly [string, string], first: readonly number[], second: readonly number[]): HTMLElement => {
		const text = `${names[0]} ${rate(first)}, ${names[1]} ${rate(second)}`;
		return card(
			title,
			'half',
			h('p', { class: 'mono' }, text),
			areaChart(`${title}: ${text}`, [first, second], Math.max(...first.slice(-120), ...second.slice(-120), 1), true),
		);
	};
	return [
		card(
			'Processors',
			'third two',
			value(percent(gauges.processor), 'busy'),
			areaChart(`processors ${percent(gauges.processor)} busy`, [busy], 1),
			facts(processor),
		),
		card(
			'Memory',
			'third two',
			value(percent(gauges.memory), 'used'),
			areaChart(`memory ${percent(gauges.memory)} used`, [series.memory], 1),
			facts(memory),
		),
		card(
			'Load',
			'third two',
			value(oneMinute?.value ?? '', 'in the last minute'),
			areaChart(`load ${oneMinute?.value ?? ''}`, [series.load], Math.max(1, ...series.load.slice(-120))),
			facts([...load, ...activity]),
		),
		pair('Network', ['received', 'sent'], series.received, series.sent),
		pair('Disks', ['read', 'written'], series.read, series.written),
		card(
			'Processes',
			'',
			scrolled(
				'Processes',
				table(
					['PID#', 'S', 'CPU%#', 'MEM%#', 'VIRT#', 'RES#', 'TIME+#', 'THR#', 'COMMAND'],
					processes.map((row) => [
						String(row.pid),
						row.state,
						row.processor,
						row.memory,
						row.virtual,
						row.resident,
						row.time,
						String(row.threads),
						{ text: row.command, class: 'mono command' },
					]),
				),
			),
		),
	];
}

export function services({ services: rows }: SentReport): readonly HTMLElement[] {
	const cells = rows.map(({ id, state, health, tone, age, message }) => [
		{ text: id, class: 'tight' },
		{ text: state, class: `tight ${tone}` },
		{ text: health, class: tone },
		{ text: age === '' ? '' : `${age} ago`, class: 'tight' },
		message,
	]);
	return [card('Services', '', scrolled('Services', table(['SERVICE', 'STATE', 'HEALTH', 'LAST CHANGE#', 'LAST EVENT'], cells)))];
}

export function network({ network: fields, links, routes }: SentReport): readonly HTMLElement[] {
	const linkCells = links.map(({ name, kind, state, tone, mtu, hardware, addresses }) => [
		name,
		kind,
		{ text: state, class: tone },
		mtu,
		{ text: hardware, class: 'mono' },
		{ text: addresses.join(' '), class: 'mono' },
	]);
	const routeCells = routes.map(({ destination, gateway, metric, link }) => [
		{ text: destination, class: 'mono' },
		{ text: gateway, class: 'mono' },
		metric,
		link,
	]);
	return [
		card('Network', '', facts(fields)),
		card('Links', '', scrolled('Links', table(['LINK', 'KIND', 'STATE', 'MTU#', 'HARDWARE', 'ADDRESSES'], linkCells))),
		card('Routes', '', scrolled('Routes', table(['DESTINATION', 'GATEWAY', 'METRIC#', 'LINK'], routeCells))),
	];
}

/** @param choose shows a node */
export function nodes(reports: readonly SentReport[], selected: string, choose: (node: string) => void): readonly HTMLElement[] {
	const made = table(
		['NODE', 'HOSTNAME', 'TYPE', 'STAGE', 'READY', 'CPU#', 'RAM#', 'LOAD#', 'VERSION', 'PROBLEM'],
		reports.map((report) => [
			{ text: report.node, class: 'mono tight' },
			report.hostname,
			report.kubernetes.find(({ name }) => name === 'TYPE')?.value ?? '',
			report.stage,
			{ text: mark(report.ready), class: report.ready },
			percent(report.gauges.processor),
			percent(report.gauges.memory),
			report.load[0]?.value ?? '',
			report.headline[0] ?? '',
			{ text: report.trouble, class: 'bad' },
		]),
	);
	const rows = [...(made.tBodies[0]?.rows ?? [])];
	for (const [index, row] of rows.entries()) {
		const node = reports[index]?.node ?? '';
		row.tabIndex = 0;
		row.dataset['key'] = node;
		row.setAttribute('aria-current', String(node === selected));
		row.addEventListener('click', () => choose(node));
	}
	return [card('Nodes', '', scrolled('Nodes', made))];
}

/** For those who do not see colors. */
export function mark(ready: string): string {
	return ready === 'good' ? '√' : ready === 'bad' ? '×' : '?';
}

/** A box that the keys scroll. */
export function scrolled(label: string, ...children: readonly Node[]): HTMLElement {
	const box = h('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: 0 });
	box.append(...children);
	return box;
}

function percent(share: number): string {
	return `${Math.round(share * 100)}%`;
}

function size(bytes: number): string {
	const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), 4);
	return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${['B', 'kB', 'MB', 'GB', 'TB'][step] ?? ''}`;
}
