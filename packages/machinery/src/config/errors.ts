import { RoomError } from '@ichor/std';

export type ConfigErrorCode =
	/** The text is not YAML, or breaks a limit. */
	| 'syntax'
	/** The YAML does not fit the documents' types, has unknown keys or unknown kinds. */
	| 'decode'
	/** Documents that cannot stand together: duplicates, conflicting kinds. */
	| 'conflict'
	/** A patch cannot be read or applied. */
	| 'patch'
	/** A rule of validation is broken. */
	| 'invalid'
	/** An input of generation is missing or wrong. */
	| 'input';

/**
 * What the configuration engine refuses.
 *
 * `message` is upstream's text where clients match on it. `places` are where in the source it went wrong, with a hint
 * when there is one (the nearest known key, the patch that mends it); they are printed below the message, on standard
 * error only.
 */
export class ConfigError extends RoomError<ConfigErrorCode> {
	readonly places: readonly ConfigPlace[];

	constructor(code: ConfigErrorCode, message: string, options?: { readonly cause?: unknown; readonly places?: readonly ConfigPlace[] }) {
		super(code, message, options);
		this.places = options?.places ?? [];
	}
}

export interface ConfigPlace {
	readonly source: string;
	readonly line: number;
	readonly column: number;
	readonly message: string;
	readonly hint?: string;
}
