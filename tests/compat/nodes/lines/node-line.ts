import type { Moving } from '../seen.ts';

/** A command line for every program. `A` and `B` stand for control planes, `W` for a worker, `DOWN` for an address that is nobody's. */
export interface NodeLine {
	readonly words: string;
	/** What talosctl 1.13 exits with; 0 unless it is said. */
	readonly code: number;
	/** `ages` unless it is said. */
	readonly moving: Moving;
	/** It goes on until it is interrupted. */
	readonly endless: boolean;
}

/** Command lines of which all the same is true. */
export function lines(how: Partial<Omit<NodeLine, 'words'>>, ...all: readonly string[]): readonly NodeLine[] {
	return all.map((words) => ({ words, code: 0, moving: 'ages', endless: false, ...how }));
}
