import type { DocumentKind } from '../../document.ts';
import { type EventSinkConfig, eventSinkConfigSchema } from './event-sink-config.gen.ts';

/** Where the machine sends its events. */
export const eventSinkConfig: DocumentKind<EventSinkConfig> = {
	kind: 'EventSinkConfig',
	schema: eventSinkConfigSchema,
	since: 'v1.5',
	named: false,
	controlPlaneOnly: false,
	validate({ endpoint = '' }, problems) {
		const problem = hostPortProblem(endpoint);
		if (problem !== undefined)
			problems.error(['endpoint'], `event sink endpoint: ${endpoint === '' ? '' : `address ${endpoint}: `}${problem}`);
	},
};

/** What keeps a text from being `host:port` or `[host]:port`, in the words of Go's net.SplitHostPort. */
function hostPortProblem(text: string): string | undefined {
	const colon = text.lastIndexOf(':');
	if (colon < 0) return 'missing port in address';
	let open = 0;
	let close = 0;
	if (text.startsWith('[')) {
		const end = text.indexOf(']');
		if (end < 0) return "missing ']' in address";
		if (end + 1 === text.length) return 'missing port in address';
		if (end + 1 !== colon) return text[end + 1] === ':' ? 'too many colons in address' : 'missing port in address';
		open = 1;
		close = end + 1;
	} else if (text.indexOf(':') !== colon) {
		return 'too many colons in address';
	}
	if (text.includes('[', open)) return "unexpected '[' in address";
	return text.includes(']', close) ? "unexpected ']' in address" : undefined;
}
