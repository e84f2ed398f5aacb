import { quote } from '../quote.ts';
import { parseAddr } from './ip.ts';
import { attempt, TextRefusal } from './refusal.ts';
import { inMode, percentDecode, percentEncode } from './url-encoding.ts';

/** A URL in its parts, decoded: Go's net/url.URL. Texts outside ASCII are UTF-8 bytes, one character for each. */
export interface URLParts {
	readonly scheme: string;
	readonly opaque: string;
	readonly user?: URLUser;
	/** The host as it stands, with brackets and port: `[2001:db8::1]:6443`. */
	readonly host: string;
	readonly path: string;
	readonly rawPath: string;
	readonly rawQuery: string;
	readonly fragment: string;
	readonly rawFragment: string;
	/** A `?` with nothing behind it. */
	readonly forceQuery: boolean;
	/** One slash behind the scheme, not two: `file:/etc`. */
	readonly omitHost: boolean;
}

/** A URL that was read: its host also without port and brackets. */
export interface ParsedURL extends URLParts {
	readonly hostname: string;
	readonly port: string;
}

export interface URLUser {
	readonly name: string;
	readonly password?: string;
}

/** The text as Go prints it after parsing: lower-case scheme, path and host percent-encoded where they must be. */
export function canonicalURL(text: string): string {
	return formatURL(parseURL(text));
}

/** The parts of a URL. Refuses what Go's url.Parse refuses. */
export function parseURL(text: string): ParsedURL {
	const bytes = toBytes(text);
	const hash = bytes.indexOf('#');
	const beforeHash = hash === -1 ? bytes : bytes.slice(0, hash);
	const rawFragment = hash === -1 ? '' : bytes.slice(hash + 1);
	const parts = refusingAs(beforeHash, () => parseWithoutFragment(beforeHash));
	const place = splitHostPort(parts.host);
	if (rawFragment === '') return { ...parts, ...place };
	const fragment = refusingAs(bytes, () => percentDecode(rawFragment, 'fragment'));
	return { ...parts, ...place, fragment, rawFragment: rawFragment === percentEncode(fragment, 'fragment') ? '' : rawFragment };
}

/** The parts of the URL of a request, where `#` begins no fragment. Refuses what Go's url.ParseRequestURI refuses. */
export function parseRequestURI(text: string): ParsedURL {
	const bytes = toBytes(text);
	const parts = refusingAs(bytes, () => parseWithoutFragment(bytes, { inRequest: true }));
	return { ...parts, ...splitHostPort(parts.host) };
}

/** The text of a URL. */
export function formatURL(parts: URLParts): string {
	const scheme = parts.scheme === '' ? '' : `${parts.scheme}:`;
	const query = parts.forceQuery || parts.rawQuery !== '' ? `?${parts.rawQuery}` : '';
	const fragment = parts.fragment === '' ? '' : `#${encodedAs(parts.fragment, parts.rawFragment, 'fragment')}`;
	return fromBytes(`${scheme}${parts.opaque || authorityAndPath(parts)}${query}${fragment}`);
}

/** A host such as `[2001:db8::1]:6443` in two: the name without brackets, and the port, empty without one. */
export function splitHostPort(host: string): { readonly hostname: string; readonly port: string } {
	const [, name = host, port = ''] = /^(.*):(\d*)$/s.exec(host) ?? [];
	const bracketed = name.startsWith('[') && name.endsWith(']');
	return { hostname: fromBytes(bracketed ? name.slice(1, -1) : name), port };
}

/**
 * A URL patched with another, part by part: what the patch leaves empty stays. Go merges its fields one by one, so
 * that a patch without a path keeps the old path.
 */
export function mergeURL(left: string, right: string): string {
	const old = parseURL(left);
	const patch = parseURL(right);
	if (old.user !== undefined && patch.user !== undefined)
		throw new TextRefusal('merge field url.URL.User: merge field url.Userinfo.username: merge not possible, left value is not settable');
	const user = old.user ?? patch.user;
	return formatURL({
		scheme: patch.scheme || old.scheme,
		opaque: patch.opaque || old.opaque,
		...(user === undefined ? {} : { user }),
		host: patch.host || old.host,
		path: patch.path || old.path,
		rawPath: patch.rawPath || old.rawPath,
		rawQuery: patch.rawQuery || old.rawQuery,
		fragment: patch.fragment || old.fragment,
		rawFragment: patch.rawFragment || old.rawFragment,
		forceQuery: patch.forceQuery,
		omitHost: patch.omitHost,
	});
}

const empty: URLParts = {
	scheme: '',
	opaque: '',
	host: '',
	path: '',
	rawPath: '',
	rawQuery: '',
	fragment: '',
	rawFragment: '',
	forceQuery: false,
	omitHost: false,
};

function parseWithoutFragment(text: string, { inRequest = false } = {}): URLParts {
	if (hasControlCharacter(text)) throw new TextRefusal('net/url: invalid control character in URL');
	if (text === '' && inRequest) throw new TextRefusal('empty url');
	if (text === '*') return { ...empty, path: '*' };
	const [scheme, afterScheme] = splitScheme(text);
	const forceQuery = afterScheme.indexOf('?') === afterScheme.length - 1 && afterScheme !== '';
	const question = afterScheme.indexOf('?');
	const rest = question === -1 ? afterScheme : afterScheme.slice(0, question);
	const base: URLParts = { ...empty, scheme, forceQuery, rawQuery: question === -1 ? '' : afterScheme.slice(question + 1) };
	if (!rest.startsWith('/')) {
		if (scheme !== '') return { ...base, opaque: rest };
		if (inRequest) throw new TextRefusal('invalid URI for request');
		if (rest.split('/', 1)[0]?.includes(':')) throw new TextRefusal('first path segment in URL cannot contain colon');
	}
	if (rest.startsWith('//') && (scheme !== '' || (!inRequest && !rest.startsWith('///')))) {
		const slash = rest.indexOf('/', 2);
		const authority = parseAuthority(scheme, slash === -1 ? rest.slice(2) : rest.slice(2, slash));
		return { ...base, ...authority, ...pathOf(slash === -1 ? '' : rest.slice(slash)) };
	}
	return { ...base, omitHost: scheme !== '' && rest.startsWith('/'), ...pathOf(rest) };
}

function hasControlCharacter(text: string): boolean {
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code < 0x20 || code === 0x7f) return true;
	}
	return false;
}

function splitScheme(text: string): readonly [scheme: string, rest: string] {
	if (text.startsWith(':')) throw new TextRefusal('missing protocol scheme');
	const scheme = /^[A-Za-z][A-Za-z\d+.-]*(?=:)/.exec(text)?.[0];
	return scheme === undefined ? ['', text] : [scheme.toLowerCase(), text.slice(scheme.length + 1)];
}

function pathOf(rawPath: string): Pick<URLParts, 'path' | 'rawPath'> {
	const path = percentDecode(rawPath, 'path');
	return { path, rawPath: rawPath === percentEncode(path, 'path') ? '' : rawPath };
}

function parseAuthority(scheme: string, authority: string): Pick<URLParts, 'user' | 'host'> {
	const at = authority.lastIndexOf('@');
	const host = parseHost(scheme, authority.slice(at + 1));
	if (at === -1) return { host };
	const userinfo = authority.slice(0, at);
	if (!/^[\w\-.:~!$&'()*+,;=%@]*$/.test(userinfo)) throw new TextRefusal('net/url: invalid userinfo');
	const colon = userinfo.indexOf(':');
	if (colon === -1) return { host, user: { name: percentDecode(userinfo, 'user') } };
	return {
		host,
		user: { name: percentDecode(userinfo.slice(0, colon), 'user'), password: percentDecode(userinfo.slice(colon + 1), 'user') },
	};
}

function parseHost(scheme: string, host: string): string {
	const bracket = host.lastIndexOf('[');
	if (bracket > 0) throw new TextRefusal('invalid IP-literal');
	if (bracket === 0) return parseIPLiteral(host);
	const colon = scheme === 'http' || scheme === 'https' ? host.indexOf(':') : host.lastIndexOf(':');
	if (colon !== -1) checkPort(host.slice(colon));
	return percentDecode(host, 'host');
}

function parseIPLiteral(host: string): string {
	const close = host.lastIndexOf(']');
	if (close === -1) throw new TextRefusal("missing ']' in host");
	const port = host.slice(close + 1);
	checkPort(port);
	const name = host.slice(1, close);
	const zone = name.indexOf('%25');
	const decoded =
		zone === -1 ? percentDecode(name, 'host') : percentDecode(name.slice(0, zone), 'host') + percentDecode(name.slice(zone), 'zone');
	const address = attempt(() => parseAddr(fromBytes(decoded)));
	if (address instanceof TextRefusal) throw new TextRefusal(`invalid host: ${address.message}`);
	if (address.bits === 32) throw new TextRefusal('invalid IP-literal');
	return `[${decoded}]${port}`;
}

function checkPort(port: string): void {
	if (!/^(:\d*)?$/.test(port)) throw new TextRefusal(`invalid port ${quote(fromBytes(port))} after host`);
}

function authorityAndPath(parts: URLParts): string {
	const path = parts.path === '*' && parts.rawPath === '' ? '*' : encodedAs(parts.path, parts.rawPath, 'path');
	const present = parts.scheme !== '' || parts.host !== '' || parts.user !== undefined;
	const omitted = parts.omitHost && parts.host === '' && parts.user === undefined;
	const slashes = present && !omitted && (parts.host !== '' || parts.path !== '' || parts.user !== undefined) ? '//' : '';
	const user = present && !omitted && parts.user !== undefined ? `${userText(parts.user)}@` : '';
	const host = present && !omitted ? percentEncode(parts.host, 'host') : '';
	const before = slashes + user + host;
	if (path !== '' && !path.startsWith('/') && parts.host !== '') return `${before}/${path}`;
	if (parts.scheme === '' && before === '' && path.split('/', 1)[0]?.includes(':')) return `./${path}`;
	return before + path;
}

function userText(user: URLUser): string {
	const name = percentEncode(user.name, 'user');
	return user.password === undefined ? name : `${name}:${percentEncode(user.password, 'user')}`;
}

/** The spelling that the user chose, as long as it is a valid one of the decoded text. */
function encodedAs(decoded: string, raw: string, part: 'path' | 'fragment'): string {
	if (raw !== '' && isValidSpelling(raw, part) && percentDecodesTo(raw, decoded, part)) return raw;
	return decoded === '*' && part === 'path' ? '*' : percentEncode(decoded, part);
}

function isValidSpelling(raw: string, part: 'path' | 'fragment'): boolean {
	for (const character of raw) if (!/[!$&'()*+,;=:@[\]%]/.test(character) && !inMode(character, part)) return false;
	return true;
}

function percentDecodesTo(raw: string, decoded: string, part: 'path' | 'fragment'): boolean {
	return attempt(() => percentDecode(raw, part)) === decoded;
}

function refusingAs<T>(url: string, parse: () => T): T {
	const parsed = attempt(parse);
	if (parsed instanceof TextRefusal) throw new TextRefusal(`parse ${quote(fromBytes(url))}: ${parsed.message}`);
	return parsed;
}

function toBytes(text: string): string {
	return isASCII(text) ? text : Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

function fromBytes(bytes: string): string {
	return isASCII(bytes) ? bytes : new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
}

function isASCII(text: string): boolean {
	for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
	return true;
}
