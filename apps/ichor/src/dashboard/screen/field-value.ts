import type { Field } from '../report/node-report.ts';

/** The value of a fact by its name; empty when there is none. */
export function fieldValue(fields: readonly Field[], wanted: string): string {
	return fields.find(({ name }) => name === wanted)?.value ?? '';
}
