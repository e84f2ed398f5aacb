import { RoomError } from '@ichor/std';

export type ContainerdErrorCode =
	/** The image is in no mirror and no registry, or not for this platform. */
	| 'image'
	/** A container or task could not be made or started. */
	| 'container';

/** What running containers fails at. What containerd itself answered is the cause. */
export class ContainerdError extends RoomError<ContainerdErrorCode> {}
