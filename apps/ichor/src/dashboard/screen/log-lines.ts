import { type Line, type Span, type Style, span, wrapped } from './line.ts';

/**
 * The last lines of a log that fit, the newest at the bottom, long ones broken. The kernel's prefix is made short: the
 * time to the second, and the severity by its color; on a wide screen facility and severity too.
 */
export function logLines(log: readonly string[], width: number, height: number): readonly Line[] {
	const lines: Line[] = [];
	for (let index = log.length - 1; index >= 0 && lines.length < height; index -= 1) lines.unshift(...linesOf(log[index] ?? '', width));
	return lines.slice(-height);
}

function linesOf(text: string, width: number): readonly Line[] {
	const [, facility = '', severity = '', time = '', message = text] = kernelLine.exec(text) ?? [];
	const wide = width >= 100 && time !== '';
	const prefix = time === '' ? '' : wide ? `${time} ${`${facility}.${severity}`.padEnd(12)} ` : `${time} `;
	// a prefix that leaves no room for the message helps nobody
	const shown = prefix.length * 3 > width ? '' : prefix;
	return wrapped(message, width - shown.length).map((part, index): readonly Span[] => [
		span(index === 0 ? shown : ' '.repeat(shown.length), 'faint'),
		span(part, styles[severity] ?? 'plain'),
	]);
}

/** `kern: info: [2026-11-21T18:10:27.721381000Z]: message`, as dmesg comes over the API. */
const kernelLine = /^([a-z0-9]+): +([a-z]+): \[\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d)[^\]]*\]: (.*)$/;

const styles: Readonly<Record<string, Style>> = {
	emerg: 'bad',
	alert: 'bad',
	crit: 'bad',
	err: 'bad',
	warning: 'unsure',
	notice: 'strong',
};
