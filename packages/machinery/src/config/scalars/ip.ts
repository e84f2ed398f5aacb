import { quote } from '../quote.ts';
import { attempt, TextRefusal } from './refusal.ts';

/** An IP address. An IPv4 address inside of IPv6 (`::ffff:192.0.2.1`) is an IPv6 address. */
export interface IPAddress {
	readonly bits: 32 | 128;
	readonly value: bigint;
	/** `eth0` of `fe80::1%eth0`, empty without. */
	readonly zone: string;
}

/** An address and the length of its network's prefix. The bits behind the prefix are kept. */
export interface IPPrefix {
	readonly address: IPAddress;
	readonly length: number;
}

/** Reads `192.0.2.1`, `2001:db8::1` or `fe80::1%eth0`. Refuses what Go's netip.ParseAddr refuses. */
export function parseAddr(text: string): IPAddress {
	const mark = /[.:%]/.exec(text)?.[0];
	if (mark === '.') return { bits: 32, value: joined(parseIPv4(text, text), 8n), zone: '' };
	if (mark === ':') return parseIPv6(text);
	throw refusal(text, mark === '%' ? 'missing IPv6 address' : 'unable to parse IP');
}

/** Reads `192.0.2.0/24` or `2001:db8::/32`: no zone, no leading zeros. Refuses what Go's netip.ParsePrefix refuses. */
export function parsePrefix(text: string): IPPrefix {
	const refused = (problem: string) => new TextRefusal(`netip.ParsePrefix(${quote(text)}): ${problem}`);
	const slash = text.lastIndexOf('/');
	if (slash === -1) throw refused("no '/'");
	const address = attempt(() => parseAddr(text.slice(0, slash)));
	if (address instanceof TextRefusal) throw refused(address.message);
	if (address.zone !== '') throw refused('IPv6 zones cannot be present in a prefix');
	const length = text.slice(slash + 1);
	if (!/^(\d|[1-9]\d{1,18})$/.test(length)) throw refused(`bad bits after slash: ${quote(length)}`);
	if (Number(length) > address.bits) throw refused('prefix length out of range');
	return { address, length: Number(length) };
}

function parseIPv6(text: string): IPAddress {
	const percent = text.indexOf('%');
	const zone = percent === -1 ? '' : text.slice(percent + 1);
	if (percent !== -1 && zone === '') throw refusal(text, 'zone must be a non-empty string');
	return { bits: 128, value: joined(parseGroups(text, percent === -1 ? text : text.slice(0, percent)), 16n), zone };
}

/** The eight groups of an IPv6 address without its zone, the run of zeros filled in. */
function parseGroups(whole: string, text: string): readonly number[] {
	const groups: number[] = [];
	let gap = text.startsWith('::') ? 0 : -1;
	let rest = gap === 0 ? text.slice(2) : text;
	while (groups.length < 8 && (rest !== '' || gap !== groups.length)) {
		const digits = /^[\da-fA-F]*/.exec(rest)?.[0] ?? '';
		if (digits.length > 4) throw refusal(whole, 'each group must have 4 or less digits', rest);
		if (digits === '') throw refusal(whole, 'each colon-separated field must have at least one digit', rest);
		if (rest.charAt(digits.length) === '.') {
			if (gap < 0 && groups.length !== 6)
				throw refusal(whole, 'embedded IPv4 address must replace the final 2 fields of the address', rest);
			if (groups.length > 6) throw refusal(whole, 'too many hex fields to fit an embedded IPv4 at the end of the address', rest);
			const [a = 0, b = 0, c = 0, d = 0] = parseIPv4(rest, whole);
			groups.push((a << 8) | b, (c << 8) | d);
			rest = '';
			break;
		}
		groups.push(Number.parseInt(digits, 16));
		rest = rest.slice(digits.length);
		if (rest === '') break;
		if (!rest.startsWith(':')) throw refusal(whole, 'unexpected character, want colon', rest);
		if (rest === ':') throw refusal(whole, 'colon must be followed by more characters', rest);
		rest = rest.slice(1);
		if (!rest.startsWith(':')) continue;
		if (gap >= 0) throw refusal(whole, 'multiple :: in address', rest);
		gap = groups.length;
		rest = rest.slice(1);
	}
	if (rest !== '') throw refusal(whole, 'trailing garbage after address', rest);
	if (groups.length < 8 && gap < 0) throw refusal(whole, 'address string too short');
	if (groups.length === 8 && gap >= 0) throw refusal(whole, 'the :: must expand to at least one field of zeros');
	const zeros = Array.from({ length: 8 - groups.length }, () => 0);
	return gap < 0 ? groups : [...groups.slice(0, gap), ...zeros, ...groups.slice(gap)];
}

/** The four bytes of the dotted `text`, which is `whole` or the end of it. */
function parseIPv4(text: string, whole: string): readonly number[] {
	const fields: number[] = [];
	let digits = '';
	for (let index = 0; index < text.length; index++) {
		const character = text.charAt(index);
		if (character >= '0' && character <= '9') {
			if (digits === '0') throw refusal(whole, 'IPv4 field has octet with leading zero');
			digits += character;
			if (Number(digits) > 255) throw refusal(whole, 'IPv4 field has value >255');
		} else if (character === '.') {
			if (digits === '' || index === text.length - 1) throw refusal(whole, 'IPv4 field must have at least one digit', text.slice(index));
			if (fields.length === 3) throw refusal(whole, 'IPv4 address too long');
			fields.push(Number(digits));
			digits = '';
		} else {
			throw refusal(whole, 'unexpected character', text.slice(index));
		}
	}
	if (fields.length < 3) throw refusal(whole, 'IPv4 address too short');
	return [...fields, Number(digits)];
}

function joined(parts: readonly number[], width: bigint): bigint {
	return parts.reduce((value, part) => (value << width) | BigInt(part), 0n);
}

/** `at` is the part of the text that was not understood. */
function refusal(text: string, problem: string, at?: string): TextRefusal {
	return new TextRefusal(`ParseAddr(${quote(text)}): ${problem}${at === undefined ? '' : ` (at ${quote(at)})`}`);
}
