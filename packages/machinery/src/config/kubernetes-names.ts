import { byteLength } from './byte-length.ts';
import { quote } from './quote.ts';

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomainPattern = new RegExp(`^${label}(\\.${label})*$`);
const namePattern = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** The longest name below a prefix, and the longest value of a label. */
const longestName = 63;
const longestSubdomain = 253;

/** What keeps a text from being a DNS subdomain (RFC 1123), in upstream's words. */
export function subdomainProblem(text: string): string | undefined {
	if (byteLength(text) > longestSubdomain) return `domain name length exceeds limit of ${longestSubdomain}: ${quote(text)}`;
	return subdomainPattern.test(text) ? undefined : `domain doesn't match required format: ${quote(text)}`;
}

/** What keeps a text from being a qualified name: `name` or `prefix/name`, the keys of labels and annotations. */
export function qualifiedNameProblem(text: string): string | undefined {
	const [first = '', second, ...more] = text.split('/');
	if (more.length > 0) return `invalid format: too many slashes: ${quote(text)}`;
	if (second !== undefined) {
		if (first === '') return `prefix cannot be empty: ${quote(text)}`;
		const problem = subdomainProblem(first);
		if (problem !== undefined) return `prefix ${quote(first)} is invalid: ${problem}`;
	}
	const name = second ?? first;
	if (name === '') return `name cannot be empty: ${quote(text)}`;
	if (byteLength(name) > longestName) return `name is too long: ${quote(text)} (limit is ${longestName})`;
	return namePattern.test(name) ? undefined : `name ${quote(name)} is invalid`;
}

/** What keeps a text from being the value of a label. */
export function labelValueProblem(text: string): string | undefined {
	if (byteLength(text) > longestName) return `label value length exceeds limit of ${longestName}: ${quote(text)}`;
	return text === '' || namePattern.test(text) ? undefined : `label value ${quote(text)} is invalid`;
}
