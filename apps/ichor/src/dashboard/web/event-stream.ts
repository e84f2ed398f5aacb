import type { ServerResponse } from 'node:http';

/** Events that the server sends to a page (WHATWG HTML, server-sent events). */
export class EventStream {
	readonly #response: ServerResponse;
	#waiting: (() => void) | undefined;

	constructor(response: ServerResponse) {
		this.#response = response;
		response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
		response.flushHeaders();
	}

	/** Whether what was sent has been taken. A reader that is slow is sent less, and costs no memory. */
	get taken(): boolean {
		return !this.#response.writableNeedDrain;
	}

	send(event: string, data: unknown): void {
		this.#response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
	}

	/** Sends what is the latest when it can be taken: what was meant to be sent meanwhile is left out. */
	sendLatest(event: string, latest: () => unknown): void {
		if (this.taken) return this.send(event, latest());
		if (this.#waiting === undefined) this.#response.once('drain', () => this.#sendWaiting());
		this.#waiting = () => this.send(event, latest());
	}

	end(): void {
		this.#response.end();
	}

	#sendWaiting(): void {
		const send = this.#waiting;
		this.#waiting = undefined;
		send?.();
	}
}
