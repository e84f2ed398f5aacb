import { RoomError } from '@ichor/std';

export type EtcdFileErrorCode =
	/** The file is something else, or was cut off. */
	| 'not-a-database'
	/** It is a database whose parts do not fit together. */
	| 'damaged';

/** Why a file is not taken for a database of etcd. */
export class EtcdFileError extends RoomError<EtcdFileErrorCode> {}
