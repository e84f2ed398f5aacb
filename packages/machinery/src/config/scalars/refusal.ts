/**
 * A text that its type does not take. `message` is upstream's, for the decoder to put the line in front of; it is the
 * decoder that raises the ConfigError.
 */
export class TextRefusal extends Error {}

/** What `read` returns, or the refusal that it throws: for who reports a refusal instead of passing it on. */
export function attempt<T>(read: () => T): T | TextRefusal {
	try {
		return read();
	} catch (error) {
		if (error instanceof TextRefusal) return error;
		throw error;
	}
}
