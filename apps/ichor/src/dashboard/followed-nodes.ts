import { isIP } from 'node:net';
import type { NodeSession } from '../nodes/node-session.ts';
import { followNode } from './facts/follow-node.ts';
import { NodeFacts } from './facts/node-facts.ts';
import type { NodeReport } from './report/node-report.ts';
import { reportOf } from './report/report-of.ts';

/** The nodes of a session, kept up with until it ends. */
export class FollowedNodes {
	/** In the order in which they are shown. */
	readonly names: readonly string[];
	readonly #facts: readonly NodeFacts[];

	/**
	 * @param interval milliseconds between two samples of a node
	 * @param changed told when something has become known
	 */
	constructor({ client, nodes }: NodeSession, interval: number, signal: AbortSignal, changed: () => void) {
		this.names = [...new Set(nodes)].toSorted(inOrder);
		this.#facts = this.names.map((node) => new NodeFacts(node));
		for (const facts of this.#facts) void followNode(client.node(facts.node), facts, { interval, signal, changed });
	}

	/** What is known of all of them, in their order. */
	reports(now = Date.now()): readonly NodeReport[] {
		return this.#facts.map((facts) => reportOf(facts, now));
	}
}

/** Addresses as numbers, then names by their letters, as upstream sorts them. */
function inOrder(a: string, b: string): number {
	const [first, second] = [isIP(a), isIP(b)];
	if (first === 0 || second === 0) return Number(first === 0) - Number(second === 0) || a.localeCompare(b);
	return first - second || a.localeCompare(b, 'en', { numeric: true });
}
