/** Makes inputs out of seeds, repeatably: the same number gives the same bytes. */
export class Mutator {
	#state: number;

	constructor(seed: number) {
		// splitmix32's increment spreads neighbouring seeds (Steele, Lea, Flood 2014).
		this.#state = (seed * 0x9e3779b9) >>> 0;
	}

	/** One of the seeds with a few mutations, sometimes two spliced; random bytes when there is no seed. */
	input(seeds: readonly Uint8Array[]): Uint8Array {
		const first = seeds.length === 0 ? this.#noise(64) : (seeds[this.#below(seeds.length)] ?? new Uint8Array());
		let bytes = Uint8Array.from(first);
		for (let rounds = this.#below(6); rounds >= 0; rounds -= 1) bytes = this.#mutate(bytes, seeds);
		return bytes;
	}

	#mutate(bytes: Uint8Array, seeds: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
		const at = this.#below(bytes.length + 1);
		const to = Math.min(bytes.length, at + this.#below(24));
		switch (this.#below(7)) {
			case 0:
				return splice(bytes, at, to, new Uint8Array());
			case 1:
				return splice(bytes, at, at, bytes.slice(at, to));
			case 2:
				return splice(bytes, at, Math.min(bytes.length, at + 1), this.#noise(1));
			case 3:
				return splice(bytes, at, at, new TextEncoder().encode(tokens[this.#below(tokens.length)]));
			case 4:
				return splice(bytes, at, to, new TextEncoder().encode(tokens[this.#below(tokens.length)]));
			case 5: {
				const other = seeds.length === 0 ? this.#noise(16) : (seeds[this.#below(seeds.length)] ?? new Uint8Array());
				const from = this.#below(other.length + 1);
				return splice(bytes, at, to, other.slice(from, from + this.#below(200)));
			}
			default:
				return splice(bytes, at, at, this.#noise(this.#below(8)));
		}
	}

	#noise(length: number): Uint8Array {
		return Uint8Array.from({ length }, () => this.#below(256));
	}

	#below(limit: number): number {
		this.#state = (this.#state + 0x9e3779b9) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return limit === 0 ? 0 : ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
	}
}

/** Pieces that parsers of configuration treat specially. */
const tokens = [
	'\n',
	'\n---\n',
	'...\n',
	': ',
	'- ',
	'? ',
	'&a ',
	'*a',
	'<<: *a',
	'!!str ',
	'!!binary ',
	'|',
	'>-',
	'|2+',
	'"',
	"'",
	'\\x00',
	'\t',
	'{',
	'}',
	'[',
	']',
	',',
	'#',
	'__proto__',
	'constructor',
	'$patch: delete',
	'null',
	'~',
	'0o17',
	'0x1F',
	'017',
	'1_000',
	'1e400',
	'.inf',
	'.nan',
	'2001-01-01',
	'yes',
	'-0',
	'\u0085',
	'\u2028',
	'\uFEFF',
	'18446744073709551616',
	'${NAME}',
	'100%',
	'1h30m',
	'10GiB',
	'::ffff:1.2.3.4/0',
];

function splice(bytes: Uint8Array, from: number, to: number, insert: Uint8Array): Uint8Array<ArrayBuffer> {
	const out = new Uint8Array(from + insert.length + bytes.length - to);
	out.set(bytes.subarray(0, from));
	out.set(insert, from);
	out.set(bytes.subarray(to), from + insert.length);
	return out;
}
