/** The words of a command line: split at spaces that stand outside of quotes. */
export function commandWords(line: string): readonly string[] {
	return [...line.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)].map(([whole, double, single]) => double ?? single ?? whole);
}
