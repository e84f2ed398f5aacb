import { failureText } from '../nodes/failure-text.ts';
import { table } from '../output/table.ts';
import type { CollectorFailure } from './collector.ts';

/** A line for each line of what could not be collected. */
export function failureTable(failures: readonly CollectorFailure[]): string {
	return table([
		['', 'SOURCE', 'ERROR'],
		...failures.flatMap(({ source, error }) =>
			failureText(error)
				.split('\n')
				.map((line, index) => ['', index === 0 ? source : '', line.trim()]),
		),
	]);
}
