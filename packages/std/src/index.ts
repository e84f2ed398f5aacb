export { background, type Context, type Log, type LogLevel, type Progress, withTimeout } from './context.ts';
export { errorsText, messageOf, RoomError } from './errors.ts';
export { pause, rest, waitFor } from './wait.ts';
