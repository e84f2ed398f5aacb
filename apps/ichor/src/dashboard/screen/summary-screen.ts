import type { NodeReport } from '../report/node-report.ts';
import { fieldLines, fieldsInLine } from './field-lines.ts';
import type { Screen } from './frame.ts';
import { beside, cut, type Line, rule, span } from './line.ts';
import { logLines } from './log-lines.ts';

/** What a node is, how it does, what a person can do about it, and the end of its log. */
export const summaryScreen: Screen = (report, { view }, { columns, rows }) => {
	const facts = factLines(report, columns, rows);
	const diagnostics = diagnosticLines(report, columns).slice(0, Math.max(rows - facts.length - leastLog, 0));
	const height = Math.max(rows - facts.length - diagnostics.length - 1, 0);
	const total = report.logDropped + report.log.length;
	const end = Math.min(Math.max(view.logEnd ?? total, report.logDropped), total);
	const shown = logLines(report.log.slice(0, end - report.logDropped), columns, height);
	const title = view.logEnd === undefined ? 'Logs' : `Logs, ${total - end} newer`;
	const log: readonly Line[] = height === 0 ? [] : [rule(title, columns), ...(shown.length === 0 ? [[span('…', 'faint')]] : shown)];
	const space = Array.from({ length: Math.max(height + 1 - log.length, 0) }, (): Line => []);
	return {
		lines: [...facts, ...log, ...(height === 0 ? [] : space), ...diagnostics],
		extent: { page: Math.max(height, 1), rows: total, first: report.logDropped },
	};
};

/** Lines of log that are left beside diagnostics, with their heading. */
const leastLog = 4;

/** Three groups side by side, or two and the third below them, or the most telling facts below each other. */
function factLines(report: NodeReport, columns: number, rows: number): readonly Line[] {
	const { talos, kubernetes, network } = report;
	if (columns >= wide && rows >= 12) {
		// whole are a UUID, and the longest name and value of the second group: CONTROLLER-MANAGER, controlplane
		const [left, middle] = [47, 31];
		const blocks = [
			{ lines: fieldLines(talos, left), width: left },
			{ lines: fieldLines(kubernetes, middle), width: middle },
			{ lines: fieldLines(network, columns - left - middle - 4), width: columns - left - middle - 4 },
		];
		return [[], ...beside(blocks, 2), []];
	}
	if (columns >= narrow && rows >= 18) {
		const side = Math.floor((columns - 2) / 2);
		const blocks = [
			{ lines: fieldLines(talos, side), width: side },
			{ lines: fieldLines(network, columns - side - 2), width: columns - side - 2 },
		];
		return [[], ...beside(blocks, 2), [], ...fieldsInLine(kubernetes, columns), []];
	}
	const all = [...talos, ...kubernetes, ...network];
	const telling = tellingNames.flatMap((name) => all.filter((field) => field.name === name));
	return fieldsInLine(telling, columns).slice(0, Math.max(Math.floor(rows / 2), 1));
}

const wide = 110;
const narrow = 72;

/** Of a small screen: the first ones stay the longest. */
const tellingNames = ['STAGE', 'READY', 'TYPE', 'IP', 'KUBELET', 'APISERVER', 'CONNECTIVITY', 'KUBERNETES', 'CLUSTER'];

function diagnosticLines({ diagnostics }: NodeReport, columns: number): readonly Line[] {
	if (diagnostics.length === 0) return [];
	const lines = diagnostics.map(({ url, message }) => cut([span('■ '), span(message, 'bad'), span(` (${url})`, 'faint')], columns));
	return [rule('Diagnostics', columns), ...lines];
}
