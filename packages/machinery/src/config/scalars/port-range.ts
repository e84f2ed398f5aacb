import { quote } from '../quote.ts';
import { parseGoUint } from './go-number.ts';
import { TextRefusal } from './refusal.ts';

/** A range of ports: the text `1000-2000`, or the number of the only port in it. A port alone is no range. */
export function parsePortRange(text: string): number | string {
	const dash = text.indexOf('-');
	const low = dash === -1 ? undefined : parseGoUint(text.slice(0, dash), 0xffff);
	const high = dash === -1 ? undefined : parseGoUint(text.slice(dash + 1), 0xffff);
	if (low === undefined || high === undefined) throw new TextRefusal(`invalid port range: ${quote(text)}`);
	return low === high ? low : `${low}-${high}`;
}
