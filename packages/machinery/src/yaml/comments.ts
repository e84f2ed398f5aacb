import { isBreak } from './characters.ts';
import type { OutputComments, OutputNode } from './output.ts';
import type { Sheet } from './sheet.ts';

/**
 * The comments that wait to be written, one of each kind: go-yaml takes them over when a node begins or ends and
 * writes them at the next place that is meant for them, which may belong to another node.
 */
export class PendingComments {
	readonly #sheet: Sheet;
	#head = '';
	#line = '';
	#foot = '';
	/** The foot comment of the key before. */
	#tail = '';
	/** The line comment of a key, which goes behind its value when that is a scalar. */
	#keyLine = '';

	constructor(sheet: Sheet) {
		this.#sheet = sheet;
	}

	/** A node begins: a scalar brings all of its comments, a collection the one above it. */
	begin(node: OutputNode): void {
		if (node.head) this.#head = node.head;
		if (node.type === 'scalar') this.#take(node);
	}

	/** A key begins. Its own foot comment waits for the next key, or for the end of the map: `tail` is that of the key before. */
	beginKey(key: OutputComments, tail: string): void {
		if (key.head) this.#head = key.head;
		if (key.line) this.#line = key.line;
		if (tail) this.#tail = tail;
	}

	/** A collection ends. `tail` is the foot comment of its last key. */
	end(node: OutputComments, tail = ''): void {
		if (tail) this.#tail = tail;
		this.#take(node);
	}

	/** Something waits to be written behind what comes next. */
	get waitBehind(): boolean {
		return this.#line !== '' || this.#foot !== '' || this.#tail !== '';
	}

	/** Something waits to be written before the end of a collection. */
	get waitBeforeEnd(): boolean {
		return this.#head !== '' || this.#foot !== '' || this.#tail !== '';
	}

	/** Above a node, at the indentation of the collection around it. */
	writeHead(): void {
		if (this.#tail !== '') {
			this.#writeLines(this.#tail);
			this.#tail = '';
			this.#sheet.footIndent = Math.max(this.#sheet.indent, 0);
		}
		if (this.#head !== '') {
			this.#writeLines(this.#head);
			this.#head = '';
		}
	}

	/** Behind a node, and below it. */
	writeBehind(): void {
		this.#writeLine();
		this.writeFoot();
	}

	writeFoot(): void {
		if (this.#foot === '') return;
		this.#writeLines(this.#foot);
		this.#foot = '';
		this.#sheet.footIndent = Math.max(this.#sheet.indent, 0);
	}

	/** Ends the line of a literal's header. */
	endLine(): void {
		if (this.#line === '') this.#sheet.breakLine();
		else this.#writeLine();
	}

	holdKeyLine(): void {
		if (this.#line === '') return;
		this.#keyLine = this.#line;
		this.#line = '';
	}

	/** Behind a key whose value begins: a scalar takes the comment over, a block has it in front of it. */
	releaseKeyLine(value: OutputNode): void {
		if (this.#keyLine === '') return;
		if (value.type === 'scalar') {
			if (this.#line !== '') return;
			this.#line = this.#keyLine;
			this.#keyLine = '';
		} else if (value.flow !== true) {
			const line = this.#line;
			this.#line = this.#keyLine;
			this.#writeLine();
			this.#line = line;
			this.#keyLine = '';
		}
	}

	#take(node: OutputComments): void {
		if (node.line) this.#line = node.line;
		if (node.foot) this.#foot = node.foot;
	}

	#writeLine(): void {
		if (this.#line === '') return;
		this.#sheet.space();
		this.#write(this.#line);
		this.#line = '';
	}

	#writeLines(comment: string): void {
		this.#sheet.indentLine();
		this.#write(comment);
	}

	#write(comment: string): void {
		const sheet = this.#sheet;
		let afterBreak = false;
		for (const part of comment.split(lineBreaks)) {
			if (part === '') continue;
			if (isBreak(part.charCodeAt(0))) {
				sheet.breakLine(part);
				afterBreak = true;
				continue;
			}
			if (afterBreak) sheet.indentLine();
			sheet.put(part.startsWith('#') ? part : `# ${part}`);
			sheet.onlyIndented = false;
			afterBreak = false;
		}
		if (!afterBreak) sheet.breakLine();
		sheet.afterSpace = true;
	}
}

const lineBreaks = /([\n\r\u0085\u2028\u2029])/;
