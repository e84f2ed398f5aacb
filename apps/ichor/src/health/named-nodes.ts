import { isIP } from 'node:net';
import type { HealthOptions } from './health-options.ts';

/**
 * The nodes that flags name, the init node first.
 *
 * @throws Error for what is no address
 */
export function namedNodes({ initNode, controlPlanes, workers }: NodeFlags): Pick<HealthOptions, 'controlPlanes' | 'workers'> {
	const named = { controlPlanes: [...(initNode === '' ? [] : [initNode]), ...controlPlanes], workers };
	for (const address of [...named.controlPlanes, ...workers]) {
		if (isIP(address) === 0) throw new Error(`ParseAddr(${JSON.stringify(address)}): unable to parse IP`);
	}
	return named;
}

interface NodeFlags {
	readonly initNode: string;
	readonly controlPlanes: readonly string[];
	readonly workers: readonly string[];
}
