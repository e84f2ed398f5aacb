import type { NodeReport } from '../report/node-report.ts';
import { cut, type Line, type Span, span, widthOf } from './line.ts';

/** Who is shown and how busy it is; in a second line what is wrong with it, when something is. */
export function header({ hostname, headline, trouble, connection }: NodeReport, turn: number, columns: number): readonly Line[] {
	const [version = '', ...measures] = headline;
	const name: Span[] = [
		span(`${spinner[turn % spinner.length]} `, connection === 'live' ? 'good' : 'bad'),
		span(hostname, 'strong'),
		span(` (${version})`),
	];
	let line: Line = name;
	// a measure is shown whole or not at all; the last ones are how busy it is, and stay the longest
	for (const count of [6, 5, 4, 3, 2]) {
		const longer: Line = [...name, span(`: ${measures.slice(-count).join(', ')}`)];
		if (widthOf(longer) > columns) continue;
		line = longer;
		break;
	}
	return trouble === '' ? [cut(line, columns)] : [cut(line, columns), cut([span(`× ${trouble}`, 'bad')], columns)];
}

/** Upstream's, which the Linux console has in its font too. */
const spinner = ['┐', '┘', '└', '┌'];
