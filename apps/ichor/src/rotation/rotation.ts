import type { MachineConfig } from '@ichor/machinery/config';
import { quotedList } from '@ichor/std';

/** The nodes of a cluster, and how a rotation goes about them. */
export interface RotationOptions {
	/** Addresses; at least one. */
	readonly controlPlanes: readonly string[];
	readonly workers: readonly string[];
	/** Say what would be done, and do nothing. */
	readonly dryRun: boolean;
	readonly encode: (config: MachineConfig) => string;
	/** A line of the report. */
	readonly say: (line: string) => void;
	readonly signal: AbortSignal;
}

/** Which nodes there are. */
export function sayTopology({ say, controlPlanes, workers }: RotationOptions): void {
	say('> Cluster topology:');
	say(`  - control plane nodes: ${quotedList(controlPlanes)}`);
	say(`  - worker nodes: ${quotedList(workers)}`);
}

/** The certificate of an authority. Its key is nobody's business. */
export function sayAuthority({ say }: RotationOptions, title: string, crt: string): void {
	say(title);
	say(`  crt: ${btoa(crt)}`);
	say('  key: ******');
}
