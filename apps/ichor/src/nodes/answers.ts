import type { Metadata } from '@ichor/api/common';
import { multiErrorText } from '@ichor/std';
import { endpointHost } from './endpoint-host.ts';
import { failureText, refusalText } from './failure-text.ts';
import type { NodeSession } from './node-session.ts';

/** A message of which every node sends its own. */
export interface NodeMessage {
	readonly metadata?: Metadata | undefined;
}

/** What one node has answered. */
export interface Answer<Message extends NodeMessage> {
	readonly node: string;
	readonly message: Message;
}

/**
 * The answers of the nodes to a call. Those that failed are a warning beside the others.
 *
 * @param what stands before the text of a failure: `error getting version`; empty for the bare text
 * @throws Error when the call failed, or every node has
 */
export async function answersOf<Message extends NodeMessage>(
	session: NodeSession,
	what: string,
	call: Promise<{ readonly messages: readonly Message[] }>,
): Promise<readonly Answer<Message>[]> {
	const { answers, failure } = await collected(session, what, call);
	if (failure === undefined) return answers;
	if (answers.length === 0) throw new Error(prefixed(what, failure));
	session.terminal.err(`WARNING: ${failure}`);
	return answers;
}

/**
 * The answers of the nodes to a call that must succeed on each of them.
 *
 * @param what as for {@link answersOf}
 * @throws Error when the call failed, or any node has
 */
export async function allAnswersOf<Message extends NodeMessage>(
	session: NodeSession,
	what: string,
	call: Promise<{ readonly messages: readonly Message[] }>,
): Promise<readonly Answer<Message>[]> {
	const { answers, failure } = await collected(session, what, call);
	if (failure !== undefined) throw new Error(prefixed(what, failure));
	return answers;
}

async function collected<Message extends NodeMessage>(
	session: NodeSession,
	what: string,
	call: Promise<{ readonly messages: readonly Message[] }>,
): Promise<{ readonly answers: readonly Answer<Message>[]; readonly failure: string | undefined }> {
	const { messages } = await call.catch((error: unknown): never => {
		throw new Error(prefixed(what, failureText(error)), { cause: error });
	});
	const failures: string[] = [];
	const answers: Answer<Message>[] = [];
	for (const message of messages) {
		const { metadata } = message;
		if (metadata !== undefined && metadata.error !== '') failures.push(`${metadata.hostname}: ${refusalText(metadata)}`);
		else answers.push({ node: metadata?.hostname ?? endpointHost(session.client), message });
	}
	return { answers, failure: failures.length === 0 ? undefined : multiErrorText(failures) };
}

function prefixed(what: string, text: string): string {
	return what === '' ? text : `${what}: ${text}`;
}
