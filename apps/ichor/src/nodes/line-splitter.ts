/** Cuts bytes that come in pieces into lines, without their breaks: a line feed, or a carriage return before it too. */
export class LineSplitter {
	#open: Buffer = Buffer.alloc(0);

	/** The lines that a piece ends. */
	*add(piece: Uint8Array): Generator<Uint8Array> {
		let rest = Buffer.concat([this.#open, piece]);
		for (let end = rest.indexOf(lineFeed); end >= 0; end = rest.indexOf(lineFeed)) {
			yield withoutReturn(rest.subarray(0, end));
			rest = rest.subarray(end + 1);
		}
		this.#open = rest;
	}

	/** The line that nothing has ended, if there is one. */
	*rest(): Generator<Uint8Array> {
		if (this.#open.length > 0) yield withoutReturn(this.#open);
		this.#open = Buffer.alloc(0);
	}
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function withoutReturn(line: Buffer): Buffer {
	return line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;
}
