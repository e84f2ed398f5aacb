import type { NodeReport } from '../report/node-report.ts';
import type { Explored } from './explorer.ts';
import { footer } from './footer.ts';
import { header } from './header.ts';
import { cut, emptyLine, type Line } from './line.ts';
import { monitorScreen } from './monitor-screen.ts';
import { networkScreen } from './network-screen.ts';
import { nodesScreen } from './nodes-screen.ts';
import { resourcesScreen } from './resources-screen.ts';
import { servicesScreen } from './services-screen.ts';
import { summaryScreen } from './summary-screen.ts';
import { type Extent, noExtent, type ScreenName, type View } from './view.ts';

/** Everything that a picture of the dashboard depends on. */
export interface Scene {
	readonly nodes: readonly NodeReport[];
	readonly view: View;
	readonly explored: Explored;
	/** Turns the sign of life in the corner. */
	readonly turn: number;
}

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** Lines between the header and the footer, and how far there is to scroll. */
export interface Body {
	readonly lines: readonly Line[];
	readonly extent: Extent;
}

/** Draws a screen of a node into so many columns and rows; what does not fit is left out. */
export type Screen = (report: NodeReport, scene: Scene, size: Size) => Body;

/** The whole picture: exactly as many lines as there are rows, none wider than the columns. */
export function frame(scene: Scene, { columns, rows }: Size): Body {
	const report = scene.nodes[scene.view.selected];
	if (report === undefined) return { lines: Array.from({ length: rows }, () => emptyLine), extent: noExtent };
	const top = header(report, scene.turn, columns);
	const room = Math.max(rows - top.length - 1, 0);
	const body = drawings[scene.view.screen](report, scene, { columns, rows: room });
	const filled = Array.from({ length: room }, (_, row) => cut(body.lines[row] ?? emptyLine, columns));
	return { lines: [...top, ...filled, footer(scene, columns)].slice(0, rows), extent: body.extent };
}

const drawings: Readonly<Record<ScreenName, Screen>> = {
	Summary: summaryScreen,
	Monitor: monitorScreen,
	Resources: resourcesScreen,
	Nodes: nodesScreen,
	Services: servicesScreen,
	Network: networkScreen,
};
