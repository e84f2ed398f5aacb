import type { NodeSession } from '../nodes/node-session.ts';
import { FollowedNodes } from './followed-nodes.ts';
import { ResourceExplorer } from './resource-explorer.ts';
import { frame } from './screen/frame.ts';
import { press } from './screen/press.ts';
import { type Extent, firstView, noExtent } from './screen/view.ts';
import { FullScreen } from './terminal/full-screen.ts';

/**
 * Shows the nodes of a session on the terminal until the user leaves or interrupts.
 *
 * @param interval milliseconds between two samples of a node
 * @throws Error without a terminal
 */
export async function runDashboard(session: NodeSession, interval: number): Promise<void> {
	const { stdin, stdout } = process;
	if (!stdin.isTTY || !stdout.isTTY) throw new Error('the dashboard needs a terminal; `ichor dashboard --web` needs only a browser');
	const ended = new AbortController();
	const end = (): void => ended.abort();
	const nodes = new FollowedNodes(session, interval, ended.signal, () => undefined);
	let view = firstView;
	let extent: Extent = noExtent;
	let turn = 0;
	let reports = nodes.reports();
	const explorer = new ResourceExplorer(
		(node) => session.client.node(node),
		() => draw(),
	);
	const draw = (): void => {
		const body = frame({ nodes: reports, view, explored: explorer.explored, turn }, screen.size());
		extent = body.extent;
		screen.draw(body.lines);
	};
	const tick = (): void => {
		if (view.paused) return;
		turn += 1;
		reports = nodes.reports();
		draw();
	};
	const screen = new FullScreen(session.terminal, stdin, stdout, {
		redraw: draw,
		end,
		key: (key) => {
			const next = press(view, key, { nodes: reports.length, extent, explored: explorer.explored });
			if (next === undefined) return end();
			view = next;
			const node = nodes.names[view.selected];
			explorer.show(view.screen === 'Resources' && node !== undefined ? { node, kind: view.explorer.kind } : undefined);
			draw();
		},
	});
	session.signal.addEventListener('abort', end, { once: true });
	screen.hold();
	const ticking = setInterval(tick, tickLength);
	try {
		await aborted(ended.signal);
	} finally {
		clearInterval(ticking);
		explorer.close();
		screen.release();
		session.signal.removeEventListener('abort', end);
	}
}

/** Milliseconds between two drawings, as upstream. Nothing is asked of nodes for it. */
const tickLength = 500;

async function aborted(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return;
	await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
