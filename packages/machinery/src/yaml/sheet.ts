/** Where {@link emit} writes: the text so far, and what libyaml's emitters remember about its end. */
export class Sheet {
	text = '';
	/** In characters, from 0. Long lines are folded behind `width` of them. */
	column = 0;
	readonly width: number;
	/** Of the collection that is being written; -1 around the root. */
	indent = -1;
	/** The last character is white space: what follows needs none. */
	afterSpace = true;
	/** Nothing but indentation and indicators of block collections on the line. */
	onlyIndented = true;
	/** The indentation of the foot comment that was written last, to part it from what follows by an empty line; or -1. */
	footIndent = -1;

	constructor(width: number) {
		this.width = width;
	}

	put(text: string, length = text.length): void {
		this.text += text;
		this.column += length;
	}

	space(): void {
		if (!this.afterSpace) this.put(' ');
	}

	breakLine(lineBreak = '\n'): void {
		this.text += lineBreak;
		this.column = 0;
		this.onlyIndented = true;
	}

	/** Goes to the indentation, on a new line unless that is where the text ends. */
	indentLine(): void {
		const indent = Math.max(this.indent, 0);
		if (!this.onlyIndented || this.column > indent || (this.column === indent && !this.afterSpace)) this.breakLine();
		if (this.footIndent === indent) this.breakLine();
		if (this.column < indent) this.put(' '.repeat(indent - this.column));
		this.afterSpace = true;
		this.footIndent = -1;
	}

	/** An indicator of a flow collection, a quote, or anything else that is written as it is. */
	mark(text: string, spaceBefore: boolean): void {
		if (spaceBefore) this.space();
		this.put(text);
		this.afterSpace = false;
		this.onlyIndented = false;
	}

	/** `-`, or `?` and `:` of a long key: behind it, a block collection may begin on the same line. */
	blockMark(text: string): void {
		this.space();
		this.put(text);
		this.afterSpace = false;
	}
}
