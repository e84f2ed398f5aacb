export { background, type Context, type Log, type LogLevel, type Progress, withTimeout } from './context.ts';
export { messageOf, RoomError } from './errors.ts';
export { multiErrorText, quotedList } from './go-text.ts';
export { pause, rest, waitFor } from './wait.ts';
