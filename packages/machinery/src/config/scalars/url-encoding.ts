import { quote } from '../quote.ts';
import { TextRefusal } from './refusal.ts';

/** The parts of a URL, each of which leaves other characters as they are. */
export type URLPart = 'path' | 'host' | 'zone' | 'user' | 'fragment';

/** Whether a character stands for itself in this part. */
export function inMode(character: string, part: URLPart): boolean {
	return plainIn[part].test(character);
}

/** The bytes with `%XX` for all that must not stand in this part as it is. */
export function percentEncode(bytes: string, part: URLPart): string {
	let encoded = '';
	for (const byte of bytes)
		encoded += plainIn[part].test(byte) ? byte : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
	return encoded;
}

/** The bytes that the text stands for. Refuses malformed escapes, and in a host whatever a host name cannot hold. */
export function percentDecode(text: string, part: URLPart): string {
	const isHost = part === 'host' || part === 'zone';
	let decoded = '';
	for (let index = 0; index < text.length; index++) {
		const character = text.charAt(index);
		if (character !== '%') {
			if (isHost && character < '\u0080' && !plainIn.host.test(character))
				throw new TextRefusal(`invalid character ${quote(character)} in host name`);
			decoded += character;
			continue;
		}
		const escape = text.slice(index, index + 3);
		if (!/^%[\dA-Fa-f]{2}$/.test(escape)) throw new TextRefusal(`invalid URL escape ${quote(escape)}`);
		const byte = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
		if (part === 'host' && byte < '\u0080' && escape !== '%25') throw new TextRefusal(`invalid URL escape ${quote(escape)}`);
		if (part === 'zone' && escape !== '%25' && byte !== ' ' && !plainIn.host.test(byte))
			throw new TextRefusal(`invalid URL escape ${quote(escape)}`);
		decoded += byte;
		index += 2;
	}
	return decoded;
}

const plainIn: Readonly<Record<URLPart, RegExp>> = {
	path: /^[A-Za-z\d\-_.~$&+,/:;=@]$/,
	host: /^[A-Za-z\d\-_.~!$&'()*+,;=:[\]<>"]$/,
	zone: /^[A-Za-z\d\-_.~!$&'()*+,;=:[\]<>"]$/,
	user: /^[A-Za-z\d\-_.~$&+,;=]$/,
	fragment: /^[A-Za-z\d\-_.~$&+,/:;=?@!()*]$/,
};
