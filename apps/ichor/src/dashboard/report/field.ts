import { printable } from '../../output/printable.ts';
import type { Field, Tone } from './node-report.ts';

/** What stands for a fact that is not known. */
export const unknown = 'n/a';

export function field(name: string, value: string | undefined, tone: Tone = 'plain'): Field {
	return { name, value: value === undefined || value === '' ? unknown : printable(value), tone };
}

/** A fact that is good or bad, with a mark for those who do not see colors. */
export function judged(name: string, value: string, good: boolean | undefined): Field {
	if (good === undefined) return field(name, value, 'unsure');
	return field(name, `${good ? '√' : '×'} ${value}`, good ? 'good' : 'bad');
}
