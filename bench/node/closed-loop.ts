/** What a number of callers saw, each of which calls again as soon as it was answered. */
export interface LoopResult {
	readonly callsPerSecond: number;
	/** Milliseconds. */
	readonly median: number;
	readonly percentile99: number;
}

/** Lets every caller call for `seconds`, after a tenth of that in which nothing counts. */
export async function closedLoop(callers: readonly (() => Promise<unknown>)[], seconds: number): Promise<LoopResult> {
	const warm = performance.now() + seconds * 100;
	const end = warm + seconds * 1000;
	const times: number[] = [];
	await Promise.all(
		callers.map(async (call) => {
			for (let start = performance.now(); start < end; ) {
				await call();
				const now = performance.now();
				if (start >= warm) times.push(now - start);
				start = now;
			}
		}),
	);
	times.sort((a, b) => a - b);
	const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
	return { callsPerSecond: times.length / seconds, median: at(0.5), percentile99: at(0.99) };
}
