import { RoomError } from '@ichor/std';

export type ClientErrorCode =
	/** A talosconfig or kubeconfig that is not one. */
	| 'malformed'
	/** A context that does not exist, or none where one is needed. */
	| 'no-context'
	/** A place that must not be written to, or no place at all. */
	| 'not-writable';

/** What a client's files are refused for. Texts that scripts match on are upstream's. */
export class ClientError extends RoomError<ClientErrorCode> {}
