import { ConfigError } from '../config/errors.ts';
import { quote } from '../config/quote.ts';

/**
 * The Talos version that a configuration is generated for: what `--talos-version` names.
 *
 * 0.0 is upstream's "current": the newest behaviour that the library knows.
 */
export interface TalosContract {
	readonly major: number;
	readonly minor: number;
	/** Leave Kubernetes out of what is generated (`--skip-k8s-etcd`). */
	readonly withoutKubernetes?: true;
	/** Leave etcd out of what is generated (`--skip-k8s-etcd`). */
	readonly withoutEtcd?: true;
}

export const currentContract: TalosContract = { major: 0, minor: 0 };

/**
 * The contract in `v1.13`, `1.13`, `v1.13.9`, `v1.14.0-rc.1`.
 *
 * Throws ConfigError (`input`) with upstream's text.
 */
export function parseContract(version: string): TalosContract {
	const tag = `v${version.startsWith('v') ? version.slice(1) : version}`;
	const [, major, minor] = /^v(\d+)\.(\d+)(?:$|\.)/.exec(tag) ?? [];
	if (major === undefined || minor === undefined) throw new ConfigError('input', `error parsing version ${quote(tag)}`);
	return { major: Number(major), minor: Number(minor) };
}

/** `v1.13`, or `current`. */
export function contractName(contract: TalosContract): string {
	return isCurrent(contract) ? 'current' : `v${contract.major}.${contract.minor}`;
}

/** Whether `contract` is later than `other`; the current one is later than every numbered one. */
export function isLater(contract: TalosContract, other: TalosContract): boolean {
	if (isCurrent(contract)) return !isCurrent(other);
	if (isCurrent(other)) return false;
	return contract.major > other.major || (contract.major === other.major && contract.minor > other.minor);
}

function isCurrent(contract: TalosContract): boolean {
	return contract.major === 0 && contract.minor === 0;
}
