import { decodeFrame, type Frame } from './frames.ts';

/** A resource as it was written, or that it is no more. */
export interface HistoryEntry {
	/** Milliseconds since 1970. */
	readonly time: number;
	readonly gone: boolean;
	readonly metadata: {
		readonly namespace: string;
		readonly type: string;
		readonly id: string;
		/** 0 for one that is gone. */
		readonly version: number;
		readonly owner?: string;
		readonly phase?: string;
	};
	/** As people see it. */
	readonly spec?: unknown;
}

/** An entry beside the one before it, undefined for what was not there. */
export interface HistoryChange {
	readonly entry: HistoryEntry;
	readonly before: HistoryEntry | undefined;
}

/** What there was at a moment, in the order of namespaces, types and ids. */
export function stateAt(frames: Iterable<Frame>, time: number): readonly HistoryEntry[] {
	const known = new Map<string, HistoryEntry>();
	for (const _ of replay(frames, time, known)) continue;
	return [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** What happened from one moment to another, both included. */
export function* changesIn(frames: Iterable<Frame>, since: number, until: number): Iterable<HistoryChange> {
	for (const change of replay(frames, until, new Map())) if (change.entry.time >= since) yield change;
}

/** Goes through a journal up to a moment; `known` is what there is after each change. */
function* replay(frames: Iterable<Frame>, until: number, known: Map<string, HistoryEntry>): Iterable<HistoryChange> {
	for (const frame of frames) {
		if (frame.first > until) return;
		if (frame.kind === 'state') known.clear();
		for (const entry of decodeFrame(frame)) {
			if (frame.kind === 'changes' && entry.time > until) return;
			const key = keyOf(entry);
			const before = known.get(key);
			if (entry.gone) known.delete(key);
			else known.set(key, entry);
			if (frame.kind === 'changes') yield { entry, before };
		}
	}
}

/** Nothing in a name is below a space. */
function keyOf({ metadata: { namespace, type, id } }: HistoryEntry): string {
	return `${namespace}\n${type}\n${id}`;
}
