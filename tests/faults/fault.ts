import type { Random } from '../compat/random.ts';
import type { VictimCluster } from './victim-cluster.ts';

/** Something that goes wrong, and what must be true when it has. It leaves the cluster as healthy as it found it. */
export interface Fault {
	/** What `npm run faults -- NAME` calls it. */
	readonly name: string;
	/** What is done, in a few words. */
	readonly what: string;
	/**
	 * @param random what is left to chance: a run with the same seed does the same
	 * @param seconds how long what goes on for a while goes on
	 * @returns what was measured, for the table
	 * @throws Error for what must not be
	 */
	run(cluster: VictimCluster, random: Random, seconds: number): Promise<string>;
}
