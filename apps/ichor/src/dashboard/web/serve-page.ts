import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventStream } from './event-stream.ts';
import { judge } from './guard.ts';
import type { PageFiles } from './page-files.ts';

/** What is behind the page. */
export interface PageOptions {
	readonly files: PageFiles;
	/** Sends to a stream until that ends; returns what to do then. Absent for a stream that there is not. */
	readonly streams: Readonly<Record<string, ((stream: EventStream, query: URLSearchParams) => () => void) | undefined>>;
}

/** A page that is served. */
export interface ServedPage {
	/** With the token: whoever has it can read everything that the page shows. */
	readonly url: string;
	close(): Promise<void>;
}

/** Serves the page to this machine only, at a port and under a token that nobody can guess. */
export async function servePage(options: PageOptions): Promise<ServedPage> {
	const token = randomBytes(32).toString('base64url');
	const open = new Set<EventStream>();
	const server = createServer((request, response) => answer(request, response, `127.0.0.1:${port}`, token, options, open));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/${token}/`,
		async close() {
			for (const stream of open) stream.end();
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

function answer(
	request: IncomingMessage,
	response: ServerResponse,
	authority: string,
	token: string,
	{ files, streams }: PageOptions,
	open: Set<EventStream>,
): void {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	const judged = judge(request, authority, token);
	if ('refused' in judged) return refuse(response, judged.refused);
	const begin = Object.hasOwn(streams, judged.path) ? streams[judged.path] : undefined;
	if (begin !== undefined) {
		if (open.size >= mostStreams) return refuse(response, 503);
		const stream = new EventStream(response);
		open.add(stream);
		const end = begin(stream, judged.query);
		response.on('close', () => {
			open.delete(stream);
			end();
		});
		return;
	}
	const name = judged.path || 'index.html';
	const text = Object.hasOwn(files, name) ? files[name] : undefined;
	if (text === undefined) return refuse(response, 404);
	response.writeHead(200, { 'content-type': `${contentTypes[name.slice(name.lastIndexOf('.'))] ?? 'text/plain'}; charset=utf-8` });
	response.end(text);
}

function refuse(response: ServerResponse, status: number): void {
	response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...(status === 405 ? { allow: 'GET' } : {}) });
	response.end(`${status}\n`);
}

/** Of all windows together; a browser opens no more than six to one place. */
const mostStreams = 24;

const contentTypes: Readonly<Record<string, string>> = {
	'.html': 'text/html',
	'.css': 'text/css',
	'.ts': 'text/javascript',
	'.svg': 'image/svg+xml',
};

/** Nothing from elsewhere is loaded, nobody else frames, opens or stores it, and its address goes nowhere. */
const headers: Readonly<Record<string, string>> = {
	'content-security-policy':
		"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-store',
};
