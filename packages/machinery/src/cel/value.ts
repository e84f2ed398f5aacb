import type { DescMessage, Message } from '@bufbuild/protobuf';
import { RoomError } from '@ichor/std';

/** unreadable: it is no expression; failed: it has no value for these variables, as a division by zero has none. */
export type CelErrorCode = 'unreadable' | 'failed';

export class CelError extends RoomError<CelErrorCode> {}

/** Integers are bigints, signed or not: the types were checked when the expression was written. */
export type CelValue =
	| boolean
	| bigint
	| number
	| string
	| Uint8Array
	| null
	| readonly CelValue[]
	| ReadonlyMap<CelValue, CelValue>
	| CelMessage;

/** A message of a protocol, its fields by their names there. */
export class CelMessage {
	readonly desc: DescMessage;
	readonly message: Message;

	constructor(desc: DescMessage, message: Message) {
		this.desc = desc;
		this.message = message;
	}
}
