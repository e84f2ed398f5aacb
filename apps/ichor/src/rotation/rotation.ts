import type { MachineConfig } from '@ichor/machinery/config';

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

/** As Go prints a list of addresses. */
export function addressList(addresses: readonly string[]): string {
	return `[${addresses.map((address) => JSON.stringify(address)).join(' ')}]`;
}

/** Which nodes there are. */
export function sayTopology({ say, controlPlanes, workers }: RotationOptions): void {
	say('> Cluster topology:');
	say(`  - control plane nodes: ${addressList(controlPlanes)}`);
	say(`  - worker nodes: ${addressList(workers)}`);
}

/** The certificate of an authority. Its key is nobody's business. */
export function sayAuthority({ say }: RotationOptions, title: string, crt: string): void {
	say(title);
	say(`  crt: ${btoa(crt)}`);
	say('  key: ******');
}
