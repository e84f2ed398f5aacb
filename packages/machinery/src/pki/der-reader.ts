import { type Bytes, derTag } from './der.ts';

/** An element as it was read. */
export interface DerElement {
	readonly tag: number;
	/** Tag, length and content. */
	readonly raw: Bytes;
	readonly content: Bytes;
}

/** The bytes are not DER, or not the structure that was asked for. Says nothing about their content. */
export class DerSyntaxError extends Error {
	override readonly name = 'DerSyntaxError';
}

/**
 * Reads the elements of one DER content, in order.
 *
 * Strict: definite lengths in their shortest form, single-byte tags, nothing past the end. Never recurses by itself, so
 * hostile nesting costs nothing. Throws {@link DerSyntaxError}.
 */
export class DerReader {
	readonly #bytes: Bytes;
	#at = 0;

	constructor(bytes: Bytes) {
		this.#bytes = bytes;
	}

	/** The single element that `bytes` are, of that tag; anything after it is refused. */
	static only(bytes: Bytes, tag: number): DerElement {
		const reader = new DerReader(bytes);
		const element = reader.next(tag);
		reader.end();
		return element;
	}

	/** The elements inside the single SEQUENCE that `bytes` are. */
	static sequence(bytes: Bytes): DerReader {
		return new DerReader(DerReader.only(bytes, derTag.sequence).content);
	}

	get done(): boolean {
		return this.#at === this.#bytes.length;
	}

	/** The next element; with `tag`, it must be of that tag. */
	next(tag?: number): DerElement {
		const start = this.#at;
		const found = this.#byte();
		if ((found & 0x1f) === 0x1f) throw new DerSyntaxError('multi-byte tag');
		if (tag !== undefined && found !== tag) throw new DerSyntaxError(`expected tag ${tag}, found ${found}`);
		const length = this.#length();
		const from = this.#at;
		this.#at += length;
		if (this.#at > this.#bytes.length) throw new DerSyntaxError('truncated element');
		return { tag: found, raw: this.#bytes.subarray(start, this.#at), content: this.#bytes.subarray(from, this.#at) };
	}

	/** The next element when it has that tag. */
	optional(tag: number): DerElement | undefined {
		return this.#bytes[this.#at] === tag ? this.next(tag) : undefined;
	}

	/** A reader over the content of the next element, a SEQUENCE unless told otherwise. */
	enter(tag: number = derTag.sequence): DerReader {
		return new DerReader(this.next(tag).content);
	}

	/** Refuses what is left. */
	end(): void {
		if (!this.done) throw new DerSyntaxError('trailing data');
	}

	#byte(): number {
		const byte = this.#bytes[this.#at++];
		if (byte === undefined) throw new DerSyntaxError('truncated element');
		return byte;
	}

	#length(): number {
		const first = this.#byte();
		if (first < 0x80) return first;
		const count = first & 0x7f;
		if (count === 0 || count > 4) throw new DerSyntaxError('indefinite or oversized length');
		let length = 0;
		for (let index = 0; index < count; index++) length = length * 256 + this.#byte();
		if (length < 0x80 || length < 256 ** (count - 1)) throw new DerSyntaxError('length not in its shortest form');
		return length;
	}
}

/** The dotted form of an OBJECT IDENTIFIER's content. */
export function dottedObjectIdentifier(content: Uint8Array): string {
	const arcs: number[] = [];
	let arc = 0;
	for (const byte of content) {
		arc = arc * 128 + (byte & 0x7f);
		if (byte < 0x80) {
			arcs.push(arc);
			arc = 0;
		}
	}
	const [first] = arcs;
	if (first === undefined || (content.at(-1) ?? 0) >= 0x80) throw new DerSyntaxError('malformed object identifier');
	const root = Math.min(Math.floor(first / 40), 2);
	return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

/** The content of a BIT STRING of whole bytes. */
export function wholeBytes(bitString: Bytes): Bytes {
	if (bitString[0] !== 0) throw new DerSyntaxError('bit string is not whole bytes');
	return bitString.subarray(1);
}

/** The moment of a UTCTime or GeneralizedTime in the form that RFC 5280 allows: seconds and `Z`. */
export function momentOf(element: DerElement): Date {
	const text = new TextDecoder().decode(element.content);
	const digits = element.tag === derTag.utcTime ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
	const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits);
	if ((element.tag !== derTag.utcTime && element.tag !== derTag.generalizedTime) || !parts) throw new DerSyntaxError('malformed time');
	const [, year, month, day, hour, minute, second] = parts;
	const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
	if (Number.isNaN(moment.getTime())) throw new DerSyntaxError('malformed time');
	return moment;
}
