/** Several messages as one, in the form of Go's multierror: a count, a bullet for each, and an empty line. */
export function multiErrorText(messages: readonly string[]): string {
	const count = messages.length === 1 ? '1 error' : `${messages.length} errors`;
	return `${count} occurred:\n\t${messages.map((message) => `* ${message}`).join('\n\t')}\n\n`;
}
