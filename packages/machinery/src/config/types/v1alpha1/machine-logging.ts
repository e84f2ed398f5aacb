import type { Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { parseURL } from '../../scalars/url.ts';
import type { MachineLogging } from './machine.gen.ts';

/** Logs go to TCP or UDP endpoints, as JSON lines. */
export function checkLogging(logging: MachineLogging | undefined, problems: Problems): void {
	for (const [index, { endpoint, format = '' }] of (logging?.destinations ?? []).entries()) {
		const atDestination = within(problems, 'destinations', index);
		checkEndpoint(endpoint, atDestination);
		if (format !== 'json_lines') atDestination.error(['format'], `unknown logging format ${quote(format)}`);
	}
}

function checkEndpoint(endpoint: string | undefined, problems: Problems): void {
	if (endpoint === undefined) return problems.error(['endpoint'], 'empty logging endpoint');
	const { host, scheme } = parseURL(endpoint);
	if (host === '') problems.error(['endpoint'], "empty logging endpoint's host");
	if (scheme !== 'tcp' && scheme !== 'udp') problems.error(['endpoint'], `unexpected logging endpoint scheme ${quote(scheme)}`);
}
