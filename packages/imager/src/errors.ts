import { RoomError } from '@ichor/std';

export type ImagerErrorCode =
	/** A recipe is not there or does not have a recipe's shape. */
	| 'recipe'
	/** A program that a recipe needs is not on this machine. */
	| 'tool'
	/** What a source delivered is not what the lock names. */
	| 'integrity'
	/** A build or a download failed. */
	| 'build';

/** What assembling an image refuses or fails at. */
export class ImagerError extends RoomError<ImagerErrorCode> {}
