import { RoomError } from '@ichor/std';

/** A type of resource whose declaration contradicts itself or the naming rules. */
export class DefinitionError extends RoomError<'bad-type'> {}
