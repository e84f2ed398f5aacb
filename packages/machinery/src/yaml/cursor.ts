import type { ConfigError } from '../config/errors.ts';
import { isBlankBreakOrEnd, isBreak } from './characters.ts';
import type { SourceText } from './node.ts';
import { yamlError } from './yaml-error.ts';

/** A place in a text that moves forward, and where its line began. */
export class Cursor {
	readonly source: SourceText;
	/** The text with a zero at its end, so that looking past it needs no check. */
	readonly text: string;
	at = 0;
	lineStart = 0;

	constructor(source: SourceText) {
		this.source = source;
		this.text = `${source.text}\0`;
	}

	/** The code unit that many places ahead; NaN, which is no character, beyond the end. */
	code(ahead = 0): number {
		return this.text.charCodeAt(this.at + ahead);
	}

	/** From 1, in code units: enough to compare indentation with, because nothing but spaces indents. */
	get column(): number {
		return this.at - this.lineStart + 1;
	}

	/** Where the line ends. Most of a configuration is comments and block scalars: a search by the engine is faster. */
	lineEnd(): number {
		lineEnd.lastIndex = this.at;
		lineEnd.test(this.text);
		return lineEnd.lastIndex - 1;
	}

	/** Steps over a line break, if there is one. */
	skipBreak(): void {
		const code = this.code();
		if (!isBreak(code)) return;
		this.at += code === 0x0d && this.code(1) === 0x0a ? 2 : 1;
		this.lineStart = this.at;
	}

	/** Steps over a line break and says what it is in a scalar: a line feed, or itself for LS and PS. */
	readBreak(): string {
		const code = this.code();
		if (!isBreak(code)) return '';
		this.skipBreak();
		return code === 0x20_28 || code === 0x20_29 ? String.fromCharCode(code) : '\n';
	}

	/** At `---` or `...` at the start of a line, with nothing behind it. */
	atDocumentMarker(): boolean {
		if (this.at !== this.lineStart) return false;
		const code = this.code();
		if (code !== 0x2d && code !== 0x2e) return false;
		return this.code(1) === code && this.code(2) === code && isBlankBreakOrEnd(this.code(3));
	}

	/** The error of a scanner that began something at `from` and cannot go on here. */
	error(doing: string, from: number, problem: string): ConfigError {
		return yamlError(this.source, 'scanner', this.at, problem, { doing, at: from });
	}
}

/** A line break, or the zero at the end of the text. */
const lineEnd = new RegExp('[\\u0000\\n\\r\\u0085\\u2028\\u2029]', 'g');
