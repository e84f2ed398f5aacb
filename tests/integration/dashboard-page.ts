import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Context, waitFor } from '@ichor/std';

/** What the dashboard says of a node, as much of it as is looked at here. */
export interface ShownNode {
	readonly node: string;
	readonly hostname: string;
	readonly connection: 'connecting' | 'live' | 'lost';
	readonly services: readonly { readonly age: string }[];
	readonly processes: readonly unknown[];
	readonly links: readonly { readonly name: string }[];
}

const program = fileURLToPath(new URL('../../apps/ichor/bin/ichor.js', import.meta.url));

/** `ichor dashboard --web` of some nodes, and what it sends to its page. */
export class DashboardPage {
	readonly #program: ChildProcess;
	readonly #closed = new AbortController();
	#shown: readonly ShownNode[] = [];

	static async open(talosconfig: string, nodes: readonly string[]): Promise<DashboardPage> {
		const words = ['--talosconfig', talosconfig, '-n', nodes.join(','), 'dashboard', '--web', '--update-interval', '200ms'];
		const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
		const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
		const page = new DashboardPage(child);
		void page.#read(`${url}nodes`);
		return page;
	}

	private constructor(child: ChildProcess) {
		this.#program = child;
	}

	/** Waits until the page shows what is expected of all nodes. */
	async shows(context: Context, expected: (nodes: readonly ShownNode[]) => boolean): Promise<void> {
		try {
			await waitFor(context, () => expected(this.#shown) || undefined);
		} catch (error) {
			throw new Error(`the dashboard shows ${JSON.stringify(this.#shown.map(({ node, connection }) => [node, connection]))}`, {
				cause: error,
			});
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#closed.abort();
		if (this.#program.exitCode !== null) return;
		const ended = once(this.#program, 'exit');
		this.#program.kill('SIGTERM');
		await ended;
	}

	async #read(url: string): Promise<void> {
		const { body } = await fetch(url, { signal: this.#closed.signal });
		let text = '';
		try {
			for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
				const events = (text + piece).split('\n\n');
				text = events.pop() ?? '';
				const [, data] = /^event: nodes\ndata: (.*)$/.exec(events.findLast((event) => event.startsWith('event: nodes')) ?? '') ?? [];
				if (data !== undefined) this.#shown = JSON.parse(data) as readonly ShownNode[];
			}
		} catch (error) {
			if (!this.#closed.signal.aborted) throw error;
		}
	}
}
