import { decodeBase64 } from '../../../pki/base64.ts';

export interface PemBlock {
	readonly label: string;
	/** Carries lines of the form `Name: value` in front of its body. */
	readonly hasHeaders: boolean;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * All well-formed PEM blocks of a text, in order, as Go's pem.Decode finds them: whatever stands around them does not
 * matter, and what looks like a block but cannot be decoded is passed over.
 */
export function* pemBlocks(text: string): Generator<PemBlock> {
	let rest = text;
	for (;;) {
		const end = rest.startsWith(endMark) ? 0 : rest.indexOf(`\n${endMark}`) + 1;
		if (end === 0 && !rest.startsWith(endMark)) return;
		const begin = rest.slice(0, end).lastIndexOf(beginMark);
		const isLineStart = begin === 0 || rest[begin - 1] === '\n';
		const block = begin >= 0 && isLineStart ? decodeBlock(rest.slice(begin + beginMark.length, end), rest.slice(end)) : undefined;
		rest = rest.slice(end + endMark.length);
		if (block !== undefined) yield block;
	}
}

const beginMark = '-----BEGIN ';
const endMark = '-----END ';
const edge = '-----';

/** `head` starts behind the opening mark and stops before the closing line, which `tail` starts with. */
function decodeBlock(head: string, tail: string): PemBlock | undefined {
	const [first = '', ...lines] = head.split('\n');
	const opening = trimEnd(first);
	if (!opening.endsWith(edge)) return undefined;
	const label = opening.slice(0, -edge.length);
	if (trimEnd(tail.split('\n', 1)[0] ?? '') !== `${endMark}${label}${edge}`) return undefined;

	const body = lines.findIndex((line) => !line.includes(':'));
	// Headers end with an empty line; without headers the body starts at once.
	const hasHeaders = body > 0;
	if (body < 0 ? lines.length > 0 : hasHeaders && lines.length - body < 2) return undefined;
	const bytes = decodeBase64(lines.slice(body).join('\n').replaceAll(/[ \t]/g, ''));
	return bytes === undefined ? undefined : { label, hasHeaders, bytes };
}

function trimEnd(line: string): string {
	return line.replace(/[ \t\r]+$/, '');
}
