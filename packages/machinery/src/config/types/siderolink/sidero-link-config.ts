import type { DocumentKind } from '../../document.ts';
import { formatURL, parseURL } from '../../scalars/url.ts';
import { type SideroLinkConfig, sideroLinkConfigSchema } from './sidero-link-config.gen.ts';

/** The management service that the machine connects to. */
export const sideroLinkConfig: DocumentKind<SideroLinkConfig> = {
	kind: 'SideroLinkConfig',
	schema: sideroLinkConfigSchema,
	since: 'v1.5',
	named: false,
	controlPlaneOnly: false,
	validate({ apiUrl = '' }, problems) {
		if (apiUrl === '') return problems.error(['apiUrl'], 'apiUrl is required');
		const { scheme, path } = parseURL(apiUrl);
		if (scheme !== 'https' && scheme !== 'grpc') problems.error(['apiUrl'], 'apiUrl scheme must be https:// or grpc://');
		else if (path !== '' && path !== '/') problems.error(['apiUrl'], 'apiUrl path must be empty');
	},
	redact(document, replacement) {
		const { apiUrl = '' } = document;
		return apiUrl === '' ? document : { ...document, apiUrl: withoutToken(apiUrl, replacement) };
	},
};

/** The URL with its join token replaced; the query is written anew, its parameters in sorted order. */
function withoutToken(url: string, replacement: string): string {
	const parts = parseURL(url);
	const query = parseQuery(parts.rawQuery);
	if (query.has('jointoken')) query.set('jointoken', [replacement]);
	const pairs = [...query].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([key, values]) => values.map((value) => [key, value]));
	return formatURL({ ...parts, rawQuery: pairs.map((pair) => pair.map(encodeQuery).join('=')).join('&') });
}

/** Parameters that cannot be decoded are dropped, as Go's url.Query does. */
function parseQuery(query: string): Map<string, string[]> {
	const parameters = new Map<string, string[]>();
	for (const pair of query.split('&')) {
		if (pair === '' || pair.includes(';') || /%(?![0-9A-Fa-f]{2})/.test(pair)) continue;
		const [key = '', ...value] = pair.split('=').map((part) => part.replaceAll('+', ' ').replaceAll(/%../g, byteOf));
		parameters.set(key, [...(parameters.get(key) ?? []), value.join('=')]);
	}
	return parameters;
}

/** Decoded texts hold one character for each byte, as the parts of a URL do. */
function byteOf(escape: string): string {
	return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
}

function encodeQuery(text: string): string {
	return text
		.replaceAll(/[^A-Za-z0-9\-_.~ ]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
		.replaceAll(' ', '+');
}
