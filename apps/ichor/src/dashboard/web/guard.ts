import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What of a request decides whether it is answered. */
export interface GuardedRequest {
	readonly method?: string | undefined;
	readonly url?: string | undefined;
	readonly headers: IncomingHttpHeaders;
}

/** The page is asked for, or the request is refused with this status. */
export type Judged = { readonly path: string; readonly query: URLSearchParams } | { readonly refused: 403 | 404 | 405 };

/**
 * Lets through who knows the token, from the page itself or from nowhere. Other users of the machine do not know it; a
 * page of another site, also one whose name has been made to lead here, is told apart by Host, Origin and
 * Sec-Fetch-Site, whatever it knows.
 */
export function judge({ method, url = '', headers }: GuardedRequest, authority: string, token: string): Judged {
	if (headers.host !== authority) return { refused: 403 };
	if (headers.origin !== undefined && headers.origin !== `http://${authority}`) return { refused: 403 };
	const site = headers['sec-fetch-site'];
	if (site !== undefined && site !== 'same-origin' && site !== 'none') return { refused: 403 };
	const { pathname = '', searchParams = new URLSearchParams() } = URL.parse(`http://${authority}${url}`) ?? {};
	const [, given = '', ...path] = pathname.split('/');
	if (!sameText(given, token) || path.length === 0) return { refused: 404 };
	if (method !== 'GET') return { refused: 405 };
	return { path: path.join('/'), query: searchParams };
}

/** In a time that does not tell how much of it is right. */
function sameText(given: string, wanted: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
	return a.length === b.length && timingSafeEqual(a, b);
}
