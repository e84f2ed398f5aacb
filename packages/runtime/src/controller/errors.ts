import { RoomError } from '@ichor/std';

/**
 * A controller that breaks the rules: its name or output is taken, an input is declared twice, or it reaches for a
 * resource that it has not declared. "watch-failed" is the engine's own: it cannot see changes any more.
 */
export type ControllerErrorCode = 'duplicate' | 'output-taken' | 'not-declared' | 'misuse' | 'watch-failed';

export class ControllerError extends RoomError<ControllerErrorCode> {}
