import { endpointProblem } from '../config/endpoint.ts';
import { ConfigError } from '../config/errors.ts';
import { quote } from '../config/quote.ts';
import { attempt, TextRefusal } from '../config/scalars/refusal.ts';
import { formatURL, parseURL, splitHostPort, type URLParts } from '../config/scalars/url.ts';
import { controlPlanePort } from '../versions/defaults.ts';

/**
 * Judges the cluster's endpoint as `gen config` takes it: an https URL with a host.
 *
 * Throws ConfigError (`input`) with upstream's text, which proposes what was meant.
 */
export function checkEndpoint(endpoint: string): void {
	const url = urlOrHost(endpoint);
	const says = (what: string) => new ConfigError('input', `${what}\ntry: ${quote(proposal(url))}`);
	if (url.scheme === '') {
		throw says(`no scheme ${splitHostPort(url.host).port ? '' : 'and port '}specified for the cluster endpoint URL`);
	}
	if (url.scheme !== 'https') throw says('the control plane endpoint URL should have scheme https://');
	const refusal = endpointProblem(endpoint);
	if (refusal !== undefined) throw new ConfigError('input', `error validating the cluster endpoint URL: ${refusal}`);
}

/** The spelling in which a URL is written into a configuration. Throws ConfigError (`input`), with `what` in front, for what is none. */
export function writtenURL(text: string, what = ''): string {
	const url = attempt(() => parseURL(text));
	if (url instanceof TextRefusal) throw new ConfigError('input', what + url.message);
	return formatURL(url);
}

/** The host of a URL, without its port and without brackets; undefined for what is no URL. */
export function hostnameOf(text: string): string | undefined {
	const url = attempt(() => parseURL(text));
	return url instanceof TextRefusal ? undefined : url.hostname;
}

/** Whether the whole text is an IPv6 address. */
export function isIPv6Literal(text: string): boolean {
	return /^[\da-fA-F:.]+$/.test(text) && !(attempt(() => parseURL(`https://[${text}]`)) instanceof TextRefusal);
}

function urlOrHost(endpoint: string): URLParts {
	const url = attempt(() => parseURL(endpoint));
	if (!(url instanceof TextRefusal)) return url;
	if (endpoint.includes('/')) throw new ConfigError('input', `failed to parse the cluster endpoint URL: ${url.message}`);
	return { ...parseURL(''), host: endpoint };
}

function proposal(url: URLParts): string {
	const bare = url.scheme === '' && url.host === '';
	const host = bare ? url.path : url.host;
	const port = splitHostPort(host).port ? '' : `:${controlPlanePort}`;
	return formatURL({ ...url, scheme: 'https', host: host + port, ...(bare && { path: '', rawPath: '' }) });
}
