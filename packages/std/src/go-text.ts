/**
 * Several messages as one text, as Go's hashicorp/go-multierror writes them: a count, a bullet for each, and an empty line.
 * Clients match on this form.
 *
 * @param most how many are named; the others are counted
 */
export function multiErrorText(messages: readonly string[], most = Number.POSITIVE_INFINITY): string {
	const count = messages.length === 1 ? '1 error' : `${messages.length} errors`;
	const more = messages.length > most ? [`… and ${messages.length - most} more`] : [];
	return `${count} occurred:\n${[...messages.slice(0, most), ...more].map((message) => `\t* ${message}\n`).join('')}\n`;
}

/** A list of strings as Go prints it with %q. */
export function quotedList(values: readonly string[]): string {
	return `[${values.map((value) => JSON.stringify(value)).join(' ')}]`;
}
