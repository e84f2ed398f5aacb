import { background, pause } from '@ichor/std';

/** What became of the requests of a client that never stops asking. */
export interface RequestCount {
	readonly requests: number;
	readonly failed: number;
	/** How many failed, by why. */
	readonly causes: ReadonlyMap<string, number>;
	/** Milliseconds of the longest time in which none succeeded. */
	readonly longestGap: number;
}

/**
 * Asks again and again, each time with a connection of its own, until it is told to stop.
 *
 * @param ask throws when it is not answered well
 * @param between milliseconds from one answer to the next request
 */
export function countRequests(ask: (signal: AbortSignal) => Promise<unknown>, between = 100): { stop(): Promise<RequestCount> } {
	let running = true;
	let requests = 0;
	let failed = 0;
	const causes = new Map<string, number>();
	let longestGap = 0;
	let good = performance.now();
	const loop = (async () => {
		while (running) {
			requests += 1;
			try {
				await ask(AbortSignal.timeout(patience));
				longestGap = Math.max(longestGap, performance.now() - good);
				good = performance.now();
			} catch (error) {
				failed += 1;
				const cause = causeOf(error);
				causes.set(cause, (causes.get(cause) ?? 0) + 1);
			}
			await pause(background, between);
		}
	})();
	return {
		async stop() {
			running = false;
			await loop;
			return { requests, failed, causes, longestGap: Math.max(longestGap, performance.now() - good) };
		},
	};
}

/** Milliseconds after which a request has failed. */
const patience = 5000;

/** What is at the bottom of an error, without what differs from request to request. */
function causeOf(error: unknown): string {
	let bottom = error;
	while (bottom instanceof Error && bottom.cause instanceof Error) bottom = bottom.cause;
	if (!(bottom instanceof Error)) return String(bottom);
	return 'code' in bottom && typeof bottom.code === 'string'
		? bottom.code
		: bottom.name === 'TimeoutError'
			? 'no answer in time'
			: bottom.message;
}
