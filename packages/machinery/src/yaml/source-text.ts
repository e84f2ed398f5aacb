import { isBreak } from './characters.ts';
import type { SourceText } from './node.ts';

/**
 * A text whose lines are counted when somebody first asks for a position.
 *
 * Lines and columns are go-yaml's, which its messages quote: NEL, LS and PS end a line as well, a character beyond
 * U+FFFF is one column, and what is beyond the end of the text is on a line of its own.
 */
export function sourceText(name: string, text: string): SourceText {
	return new IndexedText(name, text);
}

class IndexedText implements SourceText {
	readonly name: string;
	readonly text: string;
	#lineStarts: number[] | undefined;

	constructor(name: string, text: string) {
		this.name = name;
		this.text = text;
	}

	position(offset: number): { readonly line: number; readonly column: number } {
		const starts = (this.#lineStarts ??= findLineStarts(this.text));
		if (offset > this.text.length) return { line: starts.length + 1, column: 1 };
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] as number) <= offset) low = middle;
			else high = middle - 1;
		}
		let column = 1;
		for (let at = starts[low] as number; at < offset; column++) at += (this.text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
		return { line: low + 1, column };
	}
}

function findLineStarts(text: string): number[] {
	const starts = [0];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (!isBreak(code)) continue;
		if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++;
		starts.push(at + 1);
	}
	return starts;
}
