/** What came out of a stage of tests. */
export interface Tally {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

export function addTally(a: Tally, b: Tally): Tally {
	return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
