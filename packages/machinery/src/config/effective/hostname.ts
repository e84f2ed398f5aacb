import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';
import type { AutoHostnameKind } from '../types/scalars.gen.ts';

export interface Hostname {
	/** Empty when the name is not a fixed one. */
	readonly hostname: string;
	/** How the name is made when it is not fixed. */
	readonly auto: AutoHostnameKind;
}

/** The machine's name, from the document or else from the root document; undefined when neither is there. */
export function hostname(config: MachineConfig): Hostname | undefined {
	const [document] = documentsOf(config, 'HostnameConfig');
	if (document !== undefined) return { hostname: document.value.hostname ?? '', auto: document.value.auto ?? 'off' };
	const root = rootOf(config);
	if (root === undefined) return undefined;
	return { hostname: root.machine?.network?.hostname ?? '', auto: root.machine?.features?.stableHostname ? 'stable' : 'talos-addr' };
}
