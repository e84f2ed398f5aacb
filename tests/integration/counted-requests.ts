/** What became of the requests of a client that never stops asking. */
export interface RequestCount {
	readonly requests: number;
	readonly failed: number;
	/** Milliseconds of the longest time in which none succeeded. */
	readonly longestGap: number;
}

/**
 * Asks again and again, each time with a connection of its own, until it is told to stop.
 *
 * @param ask resolves to whether it was answered well; it throws when it was not answered
 * @param between milliseconds from one answer to the next request
 */
export function countRequests(ask: (signal: AbortSignal) => Promise<boolean>, between = 100): { stop(): Promise<RequestCount> } {
	let running = true;
	let requests = 0;
	let failed = 0;
	let longestGap = 0;
	let good = performance.now();
	const loop = (async () => {
		while (running) {
			requests += 1;
			const well = await ask(AbortSignal.timeout(patience)).catch(() => false);
			if (well) {
				longestGap = Math.max(longestGap, performance.now() - good);
				good = performance.now();
			} else failed += 1;
			await new Promise((resolve) => setTimeout(resolve, between));
		}
	})();
	return {
		async stop() {
			running = false;
			await loop;
			return { requests, failed, longestGap: Math.max(longestGap, performance.now() - good) };
		},
	};
}

/** Milliseconds after which a request has failed. */
const patience = 5000;
