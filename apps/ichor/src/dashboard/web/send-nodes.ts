import type { FollowedNodes } from '../followed-nodes.ts';
import type { NodeReport } from '../report/node-report.ts';
import type { EventStream } from './event-stream.ts';

/** A report as the page gets it: the log comes by itself, in pieces. */
export type SentReport = Omit<NodeReport, 'log' | 'logDropped'>;

/** Lines of a node's log. */
export interface SentLog {
	readonly node: string;
	/** The number of the first of these lines. */
	readonly from: number;
	readonly lines: readonly string[];
	/** The number of the oldest line that is still kept. */
	readonly oldest: number;
}

/** Sends what is known of the nodes, then what has changed, until it is stopped. Returns what stops it. */
export function sendNodes(nodes: FollowedNodes, stream: EventStream): () => void {
	const sent = new Map<string, number>();
	let before = '';
	const send = (): void => {
		if (!stream.taken) return;
		const reports = nodes.reports();
		const shown = reports.map(({ log: _log, logDropped: _dropped, ...report }): SentReport => report);
		const text = JSON.stringify(shown);
		if (text !== before) stream.send('nodes', shown);
		before = text;
		for (const { node, log, logDropped } of reports) {
			const from = Math.max(sent.get(node) ?? 0, logDropped);
			const lines = log.slice(from - logDropped);
			if (lines.length > 0) stream.send('log', { node, from, lines, oldest: logDropped } satisfies SentLog);
			sent.set(node, logDropped + log.length);
		}
	};
	send();
	const timer = setInterval(send, period);
	return () => clearInterval(timer);
}

/** Milliseconds between two looks at what is known here. Nothing is asked of nodes for it. */
const period = 500;
