import type { Outcome } from '../program.ts';

/** How an answer moves between two calls: what is left of it for the comparison. */
export type Moving =
	/** Not at all, but for the ages of things, and the order in which several nodes answer. */
	| 'ages'
	/** Every number, and the widths that follow from them. */
	| 'numbers'
	/** Numbers, and which lines there are. */
	| 'header'
	/** Names that a shell offers, or what is waited for: which there are. */
	| 'names';

/** What the comparison has of an outcome: two programs that do the same have the same. */
export function seen({ code, stdout, stderr, files }: Outcome, moving: Moving): unknown {
	// which help there is does not depend on its words
	if (/^Usage:$/m.test(stdout)) return { code, stdout: 'help' };
	return { code, stdout: masks[moving](withoutClient(stdout)), stderr: moving === 'names' ? '' : said(stderr), files: [...files.keys()] };
}

/** `version` says first which program it is. */
function withoutClient(text: string): string {
	return text.replace(/^Client:\n(?:Talos .*|\t[^]*?OS\/Arch:.*)$/m, 'Client:');
}

const masks: Readonly<Record<Moving, (text: string) => string>> = {
	ages: inOrder,
	names: (text) => [...new Set(text.split('\n'))].toSorted().join('\n'),
	numbers: (text) =>
		inOrder(text)
			.replaceAll(/\d+(?:\.\d+)?(?: ?[kMGT]?B\b)?/g, '0')
			.replaceAll(/ +/g, ' '),
	header: (text) =>
		text
			.slice(0, text.indexOf('\n'))
			.replaceAll(/ +/g, ' ')
			.replace(/\d{4}-\d\d-\d\dT[\s\S]*/, ''),
};

/** The lines behind the first in order, without ages and without what time it is. */
function inOrder(text: string): string {
	const [first = '', ...rest] = text
		.replaceAll(/ +(?:\d+h)?(?:\d+m)?\d+s ago */g, ' AGE ago ')
		.replaceAll(/\((?:\d+h)?(?:\d+m)?\d+s ago\)/g, '(AGE ago)')
		.replaceAll(/\((?:\d+\.\d+)\/\d+\/\d+\)/g, '(TIMER)')
		.split('\n');
	return [first, ...rest.toSorted()].join('\n');
}

/** Standard error without what is ours by design: help texts, places in files, and the name of the program. */
function said(text: string): string {
	return inOrder(
		text
			.replace(/\n*^Usage:\n[\s\S]*/m, '\n')
			// said when the program had not ended by itself already
			.replace(/^Signal received, aborting.*\n?/m, '')
			// talosctl asks an absent node two things at once, and either may fail first
			.replaceAll(/^"[^"]*": unavailable, retrying\.\.\.\n/gm, '')
			.replaceAll(/^ {2}\S+:\d+:\d+: .*\n/gm, '')
			.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'UUID')
			.replaceAll('talosctl', 'ichor'),
	).trimEnd();
}

/** Every word of a table that is no number, whatever the columns: what a version with a table of its own must say as well. */
export function cellsOf({ stdout }: Outcome): readonly string[] {
	const words = withoutClient(stdout)
		.replaceAll(/(?:\d+h)?(?:\d+m)?\d+s ago/g, 'AGE')
		.split(/\s+/);
	return [...new Set(words.map((word) => word.replaceAll(/\d+(?:\.\d+)?/g, '0')))].toSorted();
}
