import { type Context, messageOf, RoomError, withTimeout } from '@ichor/std';

/** unreachable: the cloud does not answer; refused: it answers with an error; not-found: it has not got what is named. */
export type CloudErrorCode = 'unreachable' | 'refused' | 'not-found';

/** What the API of a cloud did not do. Never has the token in it. */
export class CloudError extends RoomError<CloudErrorCode> {}

/** Who, within a cloud, gives an address to a machine. */
export interface AddressRouting {
	/** Lets packets for the address come to this machine, and to no other one. Throws CloudError. */
	acquire(context: Context): Promise<void>;
	/** Ends that. Throws CloudError. */
	release(context: Context): Promise<void>;
}

/** Where an API is, and what says who asks. */
export interface CloudApi {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
}

/**
 * Asks for one thing, or to change one.
 *
 * @param path below the API's URL
 * @param body sent as JSON
 * @returns what the answer is, undefined for one without content
 * @throws CloudError
 */
export async function askCloud(
	context: Context,
	api: CloudApi,
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	body?: unknown,
): Promise<unknown> {
	const what = `${method} ${api.url}${path}`;
	let answer: Response;
	let text: string;
	try {
		answer = await fetch(`${api.url}${path}`, {
			method,
			headers: { ...api.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			signal: withTimeout(context, patience).signal,
		});
		text = await answer.text();
	} catch (error) {
		throw new CloudError('unreachable', `the cloud does not answer ${what}: ${messageOf(error)}`, { cause: error });
	}
	if (answer.status === 404) throw new CloudError('not-found', `the cloud has nothing for ${what}`);
	if (!answer.ok) throw new CloudError('refused', `the cloud has refused ${what}: ${answer.status}`);
	if (text === '') return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		throw new CloudError('refused', `the cloud has answered ${what} with what is no JSON`, { cause: error });
	}
}

/** Milliseconds. */
const patience = 10_000;
