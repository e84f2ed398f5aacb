/**
 * The command line itself is wrong: an unknown flag, a value that does not parse, the wrong number of arguments.
 * Whoever catches it prints the message, then the hint, then the usage of the command.
 */
export class UsageError extends Error {
	/** What was probably meant, as a sentence of its own. */
	readonly hint: string | undefined;

	constructor(message: string, hint?: string) {
		super(message);
		this.name = 'UsageError';
		this.hint = hint;
	}
}
