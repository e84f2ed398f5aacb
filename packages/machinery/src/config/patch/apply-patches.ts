import type { MachineConfig } from '../document.ts';
import { encodeConfig } from '../encode.ts';
import { type LoadOptions, loadConfig } from '../load.ts';
import { applyJsonPatch } from './json-patch.ts';
import type { Patch } from './patch.ts';
import { applyStrategicPatch } from './strategic.ts';

export interface PatchedConfig {
	/** The result: canonical after a strategic patch, keys sorted after one of RFC 6902, untouched without patches. */
	readonly text: string | Uint8Array;
	/** The result's documents; absent when it was not read, which is after no patch and after one of RFC 6902. */
	readonly config?: MachineConfig;
	/** What the patches did that nobody may have meant, one line each, naming document and field. */
	readonly warnings: readonly string[];
}

/**
 * Applies patches one after another. Throws ConfigError: as `loadConfig` for an input that a strategic patch cannot
 * read, `patch` for a patch that does not apply, `conflict` for documents that cannot stand together.
 */
export function applyPatches(
	input: string | Uint8Array | MachineConfig,
	patches: readonly Patch[],
	options: LoadOptions = {},
): PatchedConfig {
	const warnings: string[] = [];
	let current = input;
	for (const patch of patches) {
		if (patch.form === 'json') current = applyJsonPatch(textOf(current), patch);
		else current = applyStrategicPatch(isConfig(current) ? current : loadConfig(current, options), patch, warnings);
	}
	return { text: textOf(current), ...(isConfig(current) ? { config: current } : {}), warnings };
}

function isConfig(value: string | Uint8Array | MachineConfig): value is MachineConfig {
	return typeof value === 'object' && 'documents' in value;
}

function textOf(value: string | Uint8Array | MachineConfig): string | Uint8Array {
	return isConfig(value) ? encodeConfig(value) : value;
}
