/** One thing wrong with an expression. `at` is an offset into its text; absent when it concerns the text as a whole. */
export interface CelIssue {
	readonly at: number | undefined;
	readonly message: string;
}

/** The number of issues that are shown: more is never read. */
const shownIssues = 100;

/** Beyond this many bytes a line is not quoted: it would bury the message. */
const quotedLineBytes = 16384;

/**
 * The text that Talos shows for issues of an expression, in the order of their places: message, line, and a marker below
 * the column. Columns count code points from 1; wide characters get a wide dot.
 */
export function formatIssues(source: string, issues: readonly CelIssue[]): string {
	const lines = source.split('\n');
	const placed = issues.slice(0, shownIssues).map((issue) => ({ message: issue.message, ...position(source, issue.at) }));
	placed.sort((a, b) => a.line - b.line || a.column - b.column);

	const texts = placed.map(({ line, column, message }) => {
		const head = `ERROR: <input>:${line}:${column + 1}: ${message}`;
		const text = lines[line - 1]?.replaceAll('\t', ' ');
		if (text === undefined || source === '' || new TextEncoder().encode(text).length > quotedLineBytes) return head;
		return `${head}\n | ${text}\n | ${marker(text, column)}`;
	});
	if (issues.length > shownIssues) texts.push(`${issues.length - shownIssues} more errors were truncated`);
	return texts.join('\n');
}

function position(source: string, at: number | undefined): { line: number; column: number } {
	if (at === undefined) return { line: -1, column: -1 };
	const before = source.slice(0, at);
	const start = before.lastIndexOf('\n') + 1;
	return { line: before.split('\n').length, column: Array.from(before.slice(start)).length };
}

function marker(text: string, column: number): string {
	const characters = [...text];
	const dots = characters.slice(0, column).map((character) => (isWide(character) ? '．' : '.'));
	const under = characters[column];
	return dots.join('') + (under !== undefined && isWide(under) ? '＾' : '^');
}

function isWide(character: string): boolean {
	return (character.codePointAt(0) ?? 0) > 0x7f;
}
