import { choice } from '../command/choice-flag.ts';
import type { Terminal } from '../command/terminal.ts';
import { documentPrinter } from './documents.ts';
import { table } from './table.ts';

const forms = ['table', 'json', 'yaml'] as const;

/** How a list is printed: `table` for people, the others for programs (`docs/output.md`). */
export type ListingForm = (typeof forms)[number];

/** The flag of every command that prints a table. */
export const listingFlags = { output: listingFlag('o') };

/** The same where the letter has another meaning. */
export const longListingFlags = { output: listingFlag() };

/** One thing of a list. */
export interface Listed {
	/** Its row. */
	readonly cells: readonly string[];
	/** What it is, for programs: its keys are the same for every one of a list. */
	readonly value: () => object;
}

/**
 * Prints a list in the form that was asked for.
 *
 * @param gap spaces between columns
 */
export async function printListing(
	terminal: Terminal,
	form: ListingForm,
	header: readonly string[],
	things: readonly Listed[],
	gap?: number,
): Promise<void> {
	if (form === 'table') return terminal.out(table([header, ...things.map(({ cells }) => cells)], gap));
	const print = await documentPrinter(form, terminal);
	for (const { value } of things) print(value());
}

function listingFlag(shorthand?: string) {
	const options = { choices: forms, initial: 'table' } as const;
	return choice('output', 'for people or for programs', shorthand === undefined ? options : { ...options, shorthand });
}
