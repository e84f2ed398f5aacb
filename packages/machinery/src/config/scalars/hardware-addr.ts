import { quote } from '../quote.ts';
import { TextRefusal } from './refusal.ts';

/** The canonical text of bytes in hexadecimal: lower case, in pairs, with colons. Colons of the text do not count. */
export function canonicalHardwareAddr(text: string): string {
	const digits = text.replaceAll(':', '');
	const bad = /[^\da-fA-F]/u.exec(digits)?.[0];
	if (bad !== undefined) throw new TextRefusal(`encoding/hex: invalid byte: ${describe(bad)}`);
	if (digits.length % 2 === 1) throw new TextRefusal('encoding/hex: odd length hex string');
	return digits.toLowerCase().match(/../g)?.join(':') ?? '';
}

function describe(character: string): string {
	const code = new TextEncoder().encode(character)[0] ?? 0;
	return `U+${code.toString(16).toUpperCase().padStart(4, '0')} ${quote(String.fromCharCode(code)).replaceAll('"', "'")}`;
}
