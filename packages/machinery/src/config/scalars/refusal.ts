/**
 * A text that its type does not take. `message` is upstream's, for the decoder to put the line in front of; it is the
 * decoder that raises the ConfigError.
 */
export class TextRefusal extends Error {}

/** A refusal at which upstream stops reading, so that it reports nothing else. */
export class FatalRefusal extends TextRefusal {
	/** The part of go-yaml that stops. */
	readonly stage: 'resolver' | 'constructor';
	/** The node that is to blame, when it is not the one that was being read. */
	readonly at: number | undefined;

	constructor(message: string, stage: 'resolver' | 'constructor', at?: number) {
		super(message);
		this.stage = stage;
		this.at = at;
	}
}

/** What `read` returns, or the refusal that it throws: for who reports a refusal instead of passing it on. */
export function attempt<T>(read: () => T): T | TextRefusal {
	try {
		return read();
	} catch (error) {
		if (error instanceof TextRefusal) return error;
		throw error;
	}
}
