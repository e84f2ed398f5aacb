import stringWidth from 'string-width';
import type { Tone } from '../report/node-report.ts';

/** How a piece of text looks. */
export type Style = Tone | 'strong' | 'faint' | 'accent' | 'chosen';

/** A piece of a line. It has no control characters in it. */
export interface Span {
	readonly text: string;
	readonly style: Style;
}

/** A line of the screen. */
export type Line = readonly Span[];

export const emptyLine: Line = [];

export function span(text: string, style: Style = 'plain'): Span {
	return { text, style };
}

/** How many columns a line takes. */
export function widthOf(line: Line): number {
	return line.reduce((sum, { text }) => sum + stringWidth(text), 0);
}

/** A line that takes no more columns than that; what is cut off is an ellipsis. */
export function cut(line: Line, width: number): Line {
	if (width <= 0) return emptyLine;
	if (widthOf(line) <= width) return line;
	const kept: Span[] = [];
	let left = width - 1;
	for (const { text, style } of line) {
		const part = beginning(text, left);
		if (part !== '') kept.push({ text: part, style });
		left -= stringWidth(part);
		if (part !== text) break;
	}
	return [...kept, span('…', kept.at(-1)?.style ?? 'plain')];
}

/** A line that takes exactly that many columns. */
export function fitted(line: Line, width: number, align: 'left' | 'right' = 'left'): Line {
	const short = cut(line, width);
	const missing = width - widthOf(short);
	if (missing <= 0) return short;
	const space = span(' '.repeat(missing));
	return align === 'left' ? [...short, space] : [space, ...short];
}

/** Blocks of lines side by side; each block but the last is filled up to its width. */
export function beside(blocks: readonly { readonly lines: readonly Line[]; readonly width: number }[], gap: number): readonly Line[] {
	const height = Math.max(0, ...blocks.map(({ lines }) => lines.length));
	return Array.from({ length: height }, (_, row) =>
		blocks.flatMap(({ lines, width }, index) => {
			const line = lines[row] ?? emptyLine;
			return index === blocks.length - 1 ? cut(line, width) : [...fitted(line, width), span(' '.repeat(gap))];
		}),
	);
}

/** A text in lines of that many columns, broken where it is full. */
export function wrapped(text: string, width: number): readonly string[] {
	if (width <= 0) return [];
	const lines: string[] = [];
	for (let rest = text; rest !== ''; ) {
		const line = beginning(rest, width) || [...rest][0] || '';
		lines.push(line);
		rest = rest.slice(line.length);
	}
	return lines.length === 0 ? [''] : lines;
}

/** A heading with a rule up to the end of the line. */
export function rule(title: string, width: number): Line {
	return [span('── ', 'faint'), span(title, 'strong'), span(` ${'─'.repeat(Math.max(width - title.length - 4, 0))}`, 'faint')];
}

/** As much of a text as takes no more columns than that. */
function beginning(text: string, width: number): string {
	// one column for each character is the rule, and quick to see
	if (/^[ -~]*$/.test(text)) return text.slice(0, Math.max(width, 0));
	let kept = '';
	let left = width;
	for (const { segment } of graphemes.segment(text)) {
		left -= stringWidth(segment);
		if (left < 0) break;
		kept += segment;
	}
	return kept;
}

const graphemes = new Intl.Segmenter();
