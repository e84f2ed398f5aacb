import { parseDuration } from '@ichor/machinery/duration';
import { background, withTimeout } from '@ichor/std';
import { AlreadySaid } from '../already-said.ts';
import { failureText } from '../nodes/failure-text.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { ProgressReporter, type ProgressUpdate } from '../output/progress-reporter.ts';
import { KernelLogTail } from './kernel-log-tail.ts';
import { type TrackedAction, trackNode } from './track-node.ts';

export interface TrackingOptions {
	/** In Go's spelling, for all of it. */
	readonly timeout: string;
	/** Whether the kernel's log of a node that fails is shown. */
	readonly debug: boolean;
	readonly progress?: 'auto' | 'plain' | undefined;
}

/**
 * Starts an action on all nodes at once, and shows on standard error how it goes on each until every one is through or
 * has failed. What a node says on the way is printed as it comes where there is no terminal, else as one screen.
 *
 * @throws AlreadySaid when it failed on a node
 */
export async function trackAction(
	{ client, nodes, terminal, signal }: NodeSession,
	{ timeout, debug, progress }: TrackingOptions,
	action: TrackedAction,
): Promise<void> {
	const context = withTimeout({ ...background, signal }, Number(parseDuration(timeout) / 1_000_000n));
	const screen = terminal.errorColumns() === undefined ? undefined : new Screen(new ProgressReporter(terminal, progress));
	const logs = new Map(debug ? nodes.map((node) => [node, new KernelLogTail(node, client.node(node), context)]) : []);
	const failed: string[] = [];
	let interrupted = false;
	const track = async (node: string): Promise<void> => {
		const update = (update: ProgressUpdate): void => {
			if (screen === undefined) terminal.err(`${JSON.stringify(node)}: ${update.message}`);
			else screen.update(node, update);
		};
		try {
			await trackNode(node, client.node(node), action, context, update);
		} catch (error) {
			// upstream ends well when it is interrupted: the node goes on with what it was told
			if (signal.aborted) interrupted = true;
			else {
				failed.push(node);
				update({ message: endText(error), status: 'error' });
			}
		}
	};
	try {
		await Promise.all(nodes.map(track));
	} finally {
		screen?.close();
		for (const log of logs.values()) log.close();
	}
	if (failed.length === 0 || interrupted) return;
	if (debug) {
		terminal.err(
			`console logs for nodes [${failed
				.toSorted()
				.map((node) => JSON.stringify(node))
				.join(' ')}]:`,
		);
		for (const node of failed.toSorted()) terminal.err(logs.get(node)?.text ?? '');
	}
	throw new AlreadySaid();
}

/** What all nodes are at, drawn ten times a second. */
class Screen {
	readonly #reporter: ProgressReporter;
	readonly #latest = new Map<string, ProgressUpdate>();
	readonly #timer: NodeJS.Timeout;

	constructor(reporter: ProgressReporter) {
		this.#reporter = reporter;
		this.#timer = setInterval(() => this.#draw(), 100);
	}

	update(node: string, update: ProgressUpdate): void {
		this.#latest.set(node, update);
	}

	close(): void {
		clearInterval(this.#timer);
		this.#draw();
	}

	#draw(): void {
		if (this.#latest.size === 0) return;
		const updates = [...this.#latest].toSorted(([a], [b]) => (a < b ? -1 : 1));
		const message = [
			`watching nodes: [${updates.map(([node]) => node).join(' ')}]`,
			...updates.map(([node, { message }]) => `    * ${node}: ${message}`),
		].join('\n');
		const statuses = new Set(updates.map(([, { status }]) => status));
		this.#reporter.report({ message, status: (['error', 'running'] as const).find((status) => statuses.has(status)) ?? 'succeeded' });
	}
}

function endText(error: unknown): string {
	return (error as Error | undefined)?.name === 'TimeoutError' ? 'context deadline exceeded' : failureText(error);
}
