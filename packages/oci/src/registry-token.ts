import { OciError } from './errors.ts';
import { limitedBody } from './limited-body.ts';
import { tokenLimit } from './limits.ts';

/** A user of a registry. */
export interface RegistryCredentials {
	readonly username: string;
	readonly password: string;
}

/**
 * What a registry asks for when it answers 401 (RFC 9110 section 11.6.1, and the token specification of the
 * distribution project): credentials in the request itself, or a token that another server gives for them.
 */
export type Challenge =
	| { readonly scheme: 'basic' }
	| { readonly scheme: 'bearer'; readonly realm: string; readonly service?: string; readonly scope?: string };

/** Throws OciError `unreachable` for a challenge that no client could answer. */
export function parseChallenge(header: string | null): Challenge {
	const [, scheme = '', rest = ''] = /^\s*([A-Za-z]+)\s*(.*)$/.exec(header ?? '') ?? [];
	if (scheme.toLowerCase() === 'basic') return { scheme: 'basic' };
	const parameters = new Map(
		[...rest.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/gi)].map(([, name = '', value = '']) => [name.toLowerCase(), value] as const),
	);
	const realm = parameters.get('realm');
	if (scheme.toLowerCase() !== 'bearer' || realm === undefined)
		throw new OciError('unreachable', `the registry asks for "${header ?? 'nothing'}", which is no way to authenticate`);
	const service = parameters.get('service');
	const scope = parameters.get('scope');
	return { scheme: 'bearer', realm, ...(service !== undefined && { service }), ...(scope !== undefined && { scope }) };
}

/**
 * The value of the Authorization header that answers a challenge.
 *
 * @param secure whether the registry was reached by TLS: credentials and tokens then go nowhere without it
 * @throws OciError `denied` when credentials are asked for and there are none, or the token server refuses them
 */
export async function answerChallenge(
	challenge: Challenge,
	{
		credentials,
		secure,
		signal,
	}: { readonly credentials?: RegistryCredentials | undefined; readonly secure: boolean; readonly signal: AbortSignal },
): Promise<string> {
	const basic =
		credentials === undefined ? undefined : `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
	if (challenge.scheme === 'basic') {
		if (basic === undefined) throw new OciError('denied', 'the registry asks for a user and a password');
		return basic;
	}
	const realm = tokenServer(challenge, secure);
	const response = await fetch(realm, { signal, redirect: 'error', headers: basic === undefined ? {} : { authorization: basic } }).catch(
		(error: unknown) => {
			signal.throwIfAborted();
			throw new OciError('unreachable', `the token server ${realm.host} does not answer`, { cause: error });
		},
	);
	if (!response.ok) {
		await response.body?.cancel();
		throw new OciError('denied', `the token server ${realm.host} answers ${response.status}`);
	}
	const { token, access_token: accessToken } = parsed(await limitedBody(response, tokenLimit), realm);
	const given = token ?? accessToken;
	if (typeof given !== 'string' || !/^[\w.~+/=-]+$/.test(given))
		throw new OciError('unreachable', `the token server ${realm.host} gives no token`);
	return `Bearer ${given}`;
}

function tokenServer({ realm, service, scope }: Extract<Challenge, { scheme: 'bearer' }>, secure: boolean): URL {
	if (!URL.canParse(realm)) throw new OciError('unreachable', `the registry names the token server "${realm}", which is no address`);
	const url = new URL(realm);
	if (url.protocol !== 'https:' && (secure || url.protocol !== 'http:'))
		throw new OciError('unreachable', `the registry names the token server ${url.host} without TLS`);
	if (service !== undefined) url.searchParams.set('service', service);
	if (scope !== undefined) url.searchParams.set('scope', scope);
	return url;
}

function parsed(body: Buffer, { host }: URL): { readonly token?: unknown; readonly access_token?: unknown } {
	try {
		return JSON.parse(body.toString('utf8')) as { token?: unknown; access_token?: unknown };
	} catch (error) {
		throw new OciError('unreachable', `the token server ${host} answers no JSON`, { cause: error });
	}
}
