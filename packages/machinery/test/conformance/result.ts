import { isDeepStrictEqual } from 'node:util';
import { messageOf } from '@ichor/std';

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

/** What a call gives, or `threw: ` and why it gives nothing. */
export function outcomeOf<T>(run: () => T): T | string {
	try {
		return run();
	} catch (thrown) {
		return `threw: ${messageOf(thrown)}`;
	}
}

function describe(value: unknown): string {
	return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
