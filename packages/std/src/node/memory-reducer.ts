import { getHeapStatistics } from 'node:v8';

/**
 * Gives memory back that calls have left behind, once the process is quiet: V8 collects when it allocates, so that a
 * daemon that nobody calls would hold for ever what its busiest minute needed (bench/node-memory).
 *
 * The collection stops the process for some 50 ms of machined's heap. It waits for a quiet interval, and for garbage that
 * is worth it.
 *
 * @throws Error when the process may not collect: a daemon that quietly keeps its garbage is what this is against
 */
export function reduceMemoryWhenQuiet({ process = thisProcess(), release }: MemoryReducerOptions = {}): void {
	let busy = process.busy();
	let kept = 0;
	setInterval(() => {
		const before = busy;
		busy = process.busy();
		if (busy - before > interval * quietShare || process.held() - kept < worthCollecting) return;
		process.collect();
		release?.();
		kept = process.held();
	}, interval).unref();
}

export interface MemoryReducerOptions {
	/** What is looked at and collects; the program's own unless a test says otherwise, which `--expose-gc` has to let. */
	readonly process?: CollectedProcess;
	/** Gives back what lies outside of V8's heap; it is called after the collection. */
	readonly release?: () => void;
}

/** What is known of a process and its heap. */
export interface CollectedProcess {
	/** Processor time so far, in milliseconds. */
	busy(): number;
	/** Bytes of V8's heap, free ones of its pages too, and what objects on it hold outside. */
	held(): number;
	/** Collects all that can be, and gives the pages back. */
	collect(): void;
}

const interval = 10_000;
/** A node that nobody calls needs 1 % of a processor on a quiet machine, some 5 % on a crowded one. */
const quietShare = 0.1;
/** Bytes: what machined, which looks at much, leaves in about a minute when nobody calls. */
const worthCollecting = 4 * 2 ** 20;

function thisProcess(): CollectedProcess {
	const { gc } = globalThis;
	if (gc === undefined) throw new Error('the garbage collector cannot be reached: start Node with --expose-gc');
	return {
		busy() {
			const { user, system } = process.cpuUsage();
			return (user + system) / 1000;
		},
		held() {
			const { total_heap_size, external_memory } = getHeapStatistics();
			return total_heap_size + external_memory;
		},
		// only as a last resort does V8 give back pages: 176 MB of a test's stayed after a plain collection, 78 after this one
		collect: () => gc({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
	};
}
