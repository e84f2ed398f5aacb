import { isDeepStrictEqual } from 'node:util';

/** One case of a suite, run: what `npm run conformance` counts. */
export interface ConformanceResult {
	readonly suite: string;
	readonly name: string;
	readonly outcome: 'passed' | 'failed' | 'skipped';
	readonly detail?: string;
}

export function expectEqual(suite: string, name: string, actual: unknown, expected: unknown): ConformanceResult {
	if (isDeepStrictEqual(actual, expected)) return { suite, name, outcome: 'passed' };
	return { suite, name, outcome: 'failed', detail: `expected ${describe(expected)}\ngot      ${describe(actual)}` };
}

function describe(value: unknown): string {
	return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
