import type { NodeReport } from '../report/node-report.ts';
import type { Scene } from './frame.ts';
import { cut, type Line, type Span, span, widthOf } from './line.ts';
import { screens, type View } from './view.ts';

/** The nodes and the screens, with what is chosen of them. The narrower it is, the less of both. */
export function footer(scene: Scene, columns: number): Line {
	const { nodes, view } = scene;
	const paused = view.paused ? [span(' PAUSED', 'unsure')] : [];
	const all = nodeNames(nodes, view.selected);
	const one = oneNode(nodes, view.selected);
	const candidates: readonly Line[] = [
		[...all, gap, ...screenNames(view, 'all'), ...paused],
		[...all, gap, ...screenNames(view, 'chosen'), ...paused],
		[...one, gap, ...screenNames(view, 'chosen'), ...paused],
		[...one, gap, span(`F${screens.indexOf(view.screen) + 1} ${view.screen}`, 'chosen'), ...paused],
		[...one, ...paused],
	];
	return candidates.find((line) => widthOf(line) <= columns) ?? cut(candidates.at(-1) ?? [], columns);
}

const gap = span('  ');

function nodeNames(nodes: readonly NodeReport[], selected: number): readonly Span[] {
	return nodes.flatMap((node, index) => [
		span(index === 0 ? '' : ' '),
		span(mark(node), node.ready),
		index === selected ? span(node.node, 'chosen') : span(node.node),
	]);
}

function oneNode(nodes: readonly NodeReport[], selected: number): readonly Span[] {
	const node = nodes[selected];
	if (node === undefined) return [];
	return [span(`${selected + 1}/${nodes.length} `, 'faint'), span(mark(node), node.ready), span(node.node, 'chosen')];
}

/** For those who do not see colors. */
function mark({ ready }: NodeReport): string {
	return ready === 'good' ? '√ ' : ready === 'bad' ? '× ' : '? ';
}

function screenNames(view: View, named: 'all' | 'chosen'): readonly Span[] {
	return screens.flatMap((name, index) => {
		const label = named === 'all' || name === view.screen ? ` ${name}` : '';
		return [span(index === 0 ? '' : ' '), span(`F${index + 1}${label}`, name === view.screen ? 'chosen' : 'faint')];
	});
}
