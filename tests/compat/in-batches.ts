import { test } from 'node:test';

const batchSize = 50;

/** Processes that run side by side. */
const width = 4;

/**
 * Many small cases as a few tests, one after another: `make` draws a case, in order, and answers how to run it. A batch names every case of
 * it that failed.
 */
export function inBatches(name: string, count: number, make: () => () => Promise<void>): void {
	for (let from = 0; from < count; from += batchSize) {
		const size = Math.min(batchSize, count - from);
		test(`${name}, cases ${from} to ${from + size - 1}`, async () => {
			const failures = await failuresOf(Array.from({ length: size }, make), from);
			if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('\n\n'));
		});
	}
}

async function failuresOf(cases: readonly (() => Promise<void>)[], from: number): Promise<Error[]> {
	const failures: Error[] = [];
	const waiting = [...cases.entries()];
	const worker = async (): Promise<void> => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			const [index, run] = next;
			try {
				await run();
			} catch (error) {
				const message = error instanceof Error ? error.message : String(error);
				failures.push(new Error(`case ${from + index}: ${message}`, { cause: error }));
			}
		}
	};
	await Promise.all(Array.from({ length: width }, worker));
	return failures;
}
