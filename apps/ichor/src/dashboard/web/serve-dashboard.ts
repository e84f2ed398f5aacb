import type { NodeSession } from '../../nodes/node-session.ts';
import { FollowedNodes } from '../followed-nodes.ts';
import { ResourceExplorer } from '../resource-explorer.ts';
import { pageFiles } from './page-files.ts';
import { sendNodes } from './send-nodes.ts';
import { servePage } from './serve-page.ts';

/**
 * Serves the nodes of a session as a page to this machine, prints where, and ends when the user interrupts.
 *
 * @param interval milliseconds between two samples of a node
 */
export async function serveDashboard(session: NodeSession, interval: number): Promise<void> {
	const { client, signal, terminal } = session;
	const nodes = new FollowedNodes(session, interval, signal, () => undefined);
	const page = await servePage({
		files: pageFiles(),
		streams: {
			nodes: (stream) => sendNodes(nodes, stream),
			resources: (stream, query) => {
				const node = query.get('node') ?? '';
				const type = query.get('type');
				const explorer = new ResourceExplorer(
					(name) => client.node(name),
					() => stream.sendLatest('explored', () => explorer.explored),
				);
				// the page names no other nodes than those of the session
				if (nodes.names.includes(node))
					explorer.show({ node, kind: type === null ? undefined : { type, namespace: '', aliases: [], sensitive: false } });
				return () => explorer.close();
			},
		},
	});
	terminal.out(`${page.url}\n`);
	terminal.err('The dashboard is at this address, for you on this machine: whoever has the address can read it. Ctrl-C ends it.');
	try {
		await new Promise<void>((resolve) => {
			if (signal.aborted) resolve();
			signal.addEventListener('abort', () => resolve(), { once: true });
		});
	} finally {
		await page.close();
	}
}
