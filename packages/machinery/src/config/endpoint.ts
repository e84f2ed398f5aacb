import { attempt, TextRefusal } from './scalars/refusal.ts';
import { type ParsedURL, parseURL } from './scalars/url.ts';

/** Why a text is not the URL of an endpoint: besides being a URL it needs a host, IPv6 in brackets, and a port that exists. */
export function endpointProblem(text: string): string | undefined {
	const url = attempt(() => parseURL(text));
	return url instanceof TextRefusal ? url.message : (hostProblem(url) ?? portProblem(url.port));
}

function hostProblem({ host, hostname }: ParsedURL): string | undefined {
	const colons = host.split(':').length - 1;
	if (colons > 2 && !(host.includes('[') && host.includes(']'))) return 'IPv6 addresses MUST be enclosed by square brackets';
	return hostname === '' ? 'hostname must not be blank' : undefined;
}

function portProblem(port: string): string | undefined {
	if (port === '') return undefined;
	const number = Number(port);
	if (number > Number.MAX_SAFE_INTEGER) return 'port number must be numeric';
	return number < 1 || number > 65535 ? 'port number must be between 1 and 65535' : undefined;
}
