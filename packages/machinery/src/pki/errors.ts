import { RoomError } from '@ichor/std';

export type PkiErrorCode =
	/** The text or the bytes are not what they are said to be. */
	| 'malformed'
	/** A well-formed key, certificate or request of a kind that is not handled. */
	| 'unsupported'
	/** A signature, or a key and a certificate, that do not belong together. */
	| 'mismatch';

/** What keys, certificates and requests are refused for. The message never carries key material, nor what was in its place. */
export class PkiError extends RoomError<PkiErrorCode> {}
