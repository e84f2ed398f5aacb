/**
 * The base of every error that a room raises on purpose.
 *
 * Each room declares a closed union of codes and one subclass: `class OciError extends RoomError<OciErrorCode>`.
 * The message says what happened, to what, and what to do next; it never carries a secret. What was underneath
 * travels as `cause`. Codes are mapped to gRPC in `rpc` and to exit codes in `apps/ichor`, nowhere else.
 */
export class RoomError<Code extends string> extends Error {
	readonly code: Code;

	constructor(code: Code, message: string, options?: { readonly cause?: unknown }) {
		super(message, options);
		this.code = code;
		this.name = new.target.name;
	}
}

/** The message of anything that was thrown: the text of an Error, the value itself otherwise. */
export function messageOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
