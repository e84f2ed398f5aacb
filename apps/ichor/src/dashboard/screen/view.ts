import { type Explorer, noExplorer } from './explorer.ts';

/** The screens, in the order of their keys F1, F2, …; the first three are where upstream has them. */
export const screens = ['Summary', 'Monitor', 'Resources', 'Nodes', 'Services', 'Network'] as const;

export type ScreenName = (typeof screens)[number];

/** What the user has chosen to see. */
export interface View {
	readonly screen: ScreenName;
	/** Index of the node. */
	readonly selected: number;
	/** What comes in is not shown. */
	readonly paused: boolean;
	/** The first row of a list that is shown. */
	readonly top: number;
	/** The log is shown up to the line of this number, and does not follow. */
	readonly logEnd: number | undefined;
	readonly explorer: Explorer;
}

export const firstView: View = { screen: 'Summary', selected: 0, paused: false, top: 0, logEnd: undefined, explorer: noExplorer };

/** How far there is to scroll on what is shown. */
export interface Extent {
	/** Rows that are seen at once. */
	readonly page: number;
	/** Rows that there are; of a log the number of its last line. */
	readonly rows: number;
	/** The number of the first row that there is: that of a log, of which the oldest lines are forgotten. */
	readonly first: number;
}

export const noExtent: Extent = { page: 1, rows: 0, first: 0 };
