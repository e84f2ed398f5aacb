import { RoomError } from '@ichor/std';

export type ClientErrorCode =
	/** A talosconfig or kubeconfig that is not one. */
	| 'malformed'
	/** A context that does not exist, or none where one is needed. */
	| 'no-context'
	/** A place that must not be written to, or no place at all. */
	| 'not-writable'
	/** A machine that did not become what it was asked to, in the time that it had. */
	| 'not-ready';

/** What a client's files are refused for, and what it gives up on. Texts that scripts match on are upstream's. */
export class ClientError extends RoomError<ClientErrorCode> {}
