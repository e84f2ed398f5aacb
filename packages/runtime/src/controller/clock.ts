import { background, pause } from '@ichor/std';

/** The time, so that tests can have their own. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves after a time in milliseconds; rejects with the signal's reason when that aborts first. */
	sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: async (milliseconds, signal) => await pause({ ...background, signal }, milliseconds),
};
