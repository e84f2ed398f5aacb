import { RoomError } from '@ichor/std';

export type ProvisionErrorCode =
	/** The cluster is not there, or is there already. */
	| 'absent'
	| 'exists'
	/** This machine cannot do it: not root, a network that is taken, a missing program. */
	| 'refused'
	/** Something that should work did not. */
	| 'failed';

/** What local clusters refuse or fail at. */
export class ProvisionError extends RoomError<ProvisionErrorCode> {}
