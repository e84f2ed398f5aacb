import { once } from 'node:events';
import { connect } from 'node:net';
import { type Context, messageOf } from '@ichor/std';

/** Connects and closes. Throws why it cannot. */
export async function askTcp(context: Context, endpoint: string): Promise<void> {
	const [, bracketed, host = bracketed, port] = /^(?:\[(.*)\]|(.*)):(\d+)$/.exec(endpoint) ?? [];
	const socket = connect({ host: host ?? '', port: Number(port) });
	try {
		await once(socket, 'connect', { signal: context.signal });
	} catch (error) {
		throw new Error(`cannot connect to ${endpoint}: ${reasonOf(context, error)}`, { cause: error });
	} finally {
		socket.destroy();
	}
}

/** Fetches a page: 200 to 399 is an answer, and a redirect is one too. Throws why there is none. */
export async function askHttp(context: Context, url: string): Promise<void> {
	let status: number;
	try {
		const answer = await fetch(url, { redirect: 'manual', signal: context.signal });
		status = answer.status;
		await answer.body?.cancel();
	} catch (error) {
		throw new Error(`cannot fetch the page: ${reasonOf(context, error)}`, { cause: error });
	}
	// upstream's words, which its users may look for
	if (status < 200 || status >= 400) throw new Error(`received non-success status code: ${status}`);
}

/** fetch hides the reason in the error's cause, and a signal says only that it was aborted. */
function reasonOf({ signal }: Context, error: unknown): string {
	if (signal.aborted) return 'no answer in time';
	return messageOf(error instanceof Error && error.cause !== undefined ? error.cause : error);
}
