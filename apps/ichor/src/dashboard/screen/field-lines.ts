import type { Field } from '../report/node-report.ts';
import { cut, type Line, span, widthOf } from './line.ts';

/** Facts below each other, their values aligned. */
export function fieldLines(fields: readonly Field[], width: number, align: 'left' | 'right' = 'left'): readonly Line[] {
	const names = Math.max(0, ...fields.map(({ name }) => name.length));
	const values = Math.max(0, ...fields.map(({ value }) => widthOf([span(value)])));
	return fields.map(({ name, value, tone }) => {
		const space = align === 'right' ? ' '.repeat(values - widthOf([span(value)])) : '';
		return cut([span(name.padEnd(names + 1), 'faint'), span(space), span(value, tone)], width);
	});
}

/** Facts behind each other, in as many lines as they take. */
export function fieldsInLine(fields: readonly Field[], width: number): readonly Line[] {
	const lines: Line[] = [];
	for (const { name, value, tone } of fields) {
		const item: Line = [span(`${name} `, 'faint'), span(value, tone)];
		const last = lines.at(-1);
		const longer: Line = last === undefined ? item : [...last, span('   '), ...item];
		if (last === undefined || widthOf(longer) > width) lines.push(cut(item, width));
		else lines[lines.length - 1] = longer;
	}
	return lines;
}
