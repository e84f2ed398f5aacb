import { RoomError } from '@ichor/std';

export type ClusterErrorCode =
	/** A definition that no cluster can be made of. */
	| 'definition'
	/** A configuration that comes out of a definition and its patches, and that a machine would refuse. */
	| 'invalid'
	/** An upgrade that must not begin, or that cannot go on. */
	| 'upgrade';

/** What is wrong with a cluster's definition, one line for each thing, or with what is done to a cluster. */
export class ClusterError extends RoomError<ClusterErrorCode> {}
