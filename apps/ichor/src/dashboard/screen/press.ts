import type { Explored } from './explorer.ts';
import { pressExplorer } from './press-explorer.ts';
import { scrolled } from './scroll.ts';
import { type Extent, type ScreenName, screens, type View } from './view.ts';

/** What the view after a key depends on. */
export interface Pressed {
	readonly nodes: number;
	readonly extent: Extent;
	readonly explored: Explored;
}

/** The view after a key; undefined when the key ends the dashboard. */
export function press(view: View, key: string, { nodes, extent, explored }: Pressed): View | undefined {
	if (key === 'ctrl-c') return undefined;
	if (key === 'ctrl-z') return { ...view, paused: !view.paused };
	const typing = view.screen === 'Resources' && view.explorer.typing;
	const screen = screenOf(key, typing);
	if (screen !== undefined) return { ...view, screen, top: 0, logEnd: undefined, explorer: { ...view.explorer, typing: false } };
	if (!typing) {
		if (key === 'q') return undefined;
		if (key === 'left' || key === 'h') return onNode(view, Math.max(view.selected - 1, 0));
		if (key === 'right' || key === 'l') return onNode(view, Math.min(view.selected + 1, nodes - 1));
	}
	if (view.screen === 'Resources') {
		const explorer = pressExplorer(view.explorer, explored, key, extent.page);
		return explorer === undefined ? view : { ...view, explorer };
	}
	if (view.screen === 'Summary') return onLog(view, key, extent);
	if (view.screen === 'Nodes') return amongNodes(view, key, nodes, extent);
	const top = scrolled(view.top, key, extent.page, extent.rows - extent.page);
	return top === undefined ? view : { ...view, top };
}

/** F1 to F6, and the digits for keyboards whose function keys go elsewhere. */
function screenOf(key: string, typing: boolean): ScreenName | undefined {
	const [, number] = /^f(\d)$/.exec(key) ?? (typing ? [] : (/^(\d)$/.exec(key) ?? []));
	return number === undefined ? undefined : screens[Number(number) - 1];
}

function onNode(view: View, selected: number): View {
	if (selected === view.selected) return view;
	const { explorer } = view;
	// another node has other resources: its list of the same kind is shown
	const level = explorer.level === 'resource' ? 'resources' : explorer.level;
	return { ...view, selected, top: 0, logEnd: undefined, explorer: { ...explorer, level, cursors: { ...explorer.cursors, resources: 0 } } };
}

/** A log follows its end until it is scrolled back, and again when that is reached. */
function onLog(view: View, key: string, { page, rows, first }: Extent): View {
	const end = (view.logEnd ?? rows) - first;
	const moved = scrolled(end, key, page, rows - first);
	if (moved === undefined) return view;
	const least = Math.min(page, rows - first);
	return { ...view, logEnd: moved >= rows - first ? undefined : first + Math.max(moved, least) };
}

/** In the list of nodes the cursor is on the chosen node, and enter shows it. */
function amongNodes(view: View, key: string, nodes: number, { page }: Extent): View {
	if (key === 'enter') return { ...view, screen: 'Summary' };
	const selected = scrolled(view.selected, key, page, nodes - 1);
	return selected === undefined ? view : onNode(view, selected);
}
