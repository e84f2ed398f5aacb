import { bareReason } from '@ichor/rpc';
import { type Context, waitFor, withTimeout } from '@ichor/std';
import { ClientError } from '../errors.ts';

/**
 * Asks again and again, says what is waited for and why it is not there, and gives up in the end with the same words.
 *
 * @param deadline milliseconds
 * @param console where somebody finds out more
 * @throws ClientError `not-ready`; the context's reason when it is cancelled; whatever `ask` throws, at once
 */
export async function patiently<T>(
	context: Context,
	deadline: number,
	what: string,
	console: string,
	ask: () => Promise<{ readonly done: T } | { readonly lacks: string }>,
): Promise<T> {
	let lacks = 'nobody has asked yet';
	context.progress(`waiting for ${what}`);
	const question = async (): Promise<{ readonly done: T } | undefined> => {
		const answer = await ask();
		if ('done' in answer) return answer;
		lacks = bareReason(answer.lacks).split('\n')[0] ?? '';
		context.progress(`waiting for ${what}: ${lacks}`);
		return undefined;
	};
	try {
		return (await waitFor(withTimeout(context, deadline), question, askEvery)).done;
	} catch (error) {
		context.signal.throwIfAborted();
		if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
		throw new ClientError('not-ready', `waited ${deadline / 1000} s for ${what}, in vain: ${lacks}\nthe node's console: ${console}`, {
			cause: error,
		});
	}
}

/** Milliseconds. */
const askEvery = 250;
