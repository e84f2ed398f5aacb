import { svg } from './dom.ts';

/** Points that are drawn; at three seconds each six minutes. */
const points = 120;

/**
 * Values over time as areas above each other's line, the latest at the right.
 *
 * @param label what it says to those who do not see it
 * @param top the value at which it is full
 */
export function areaChart(label: string, lines: readonly (readonly number[])[], top: number, low = false): SVGElement {
	const shapes = lines.flatMap((values, index) => {
		const line = values.slice(-points).map((value, place, shown) => {
			const x = points - shown.length + place;
			return `${x},${(100 - Math.min(value / (top || 1), 1) * 100).toFixed(1)}`;
		});
		if (line.length < 2) return [];
		const first = points - line.length;
		const style = index === 0 ? 'first' : 'second';
		return [
			svg('polygon', {
				class: style,
				points: `${first},100 ${line.join(' ')} ${points - 1},100`,
				fill: 'currentColor',
				'fill-opacity': 0.18,
			}),
			svg('polyline', {
				class: style,
				points: line.join(' '),
				fill: 'none',
				stroke: 'currentColor',
				'stroke-width': 1.5,
				'vector-effect': 'non-scaling-stroke',
			}),
		];
	});
	const attributes = {
		viewBox: `0 0 ${points - 1} 100`,
		preserveAspectRatio: 'none',
		role: 'img',
		'aria-label': label,
		class: low ? 'low' : '',
	};
	return svg('svg', attributes, ...shapes);
}
