import { byteLength } from '../../byte-length.ts';

/** The longest name of DNS in bytes, dots not counted. */
const longestName = 255;

const label = '[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62}';
const pattern = new RegExp(`^${label}(\\.${label})*[._]?$`);

/** A name that a cluster's DNS can answer for, such as `cluster.local`. */
export function isDNSName(text: string): boolean {
	return byteLength(text.replaceAll('.', '')) <= longestName && pattern.test(text);
}
