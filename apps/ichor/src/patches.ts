import type { MachineConfig, Patch, PatchedConfig } from '@ichor/machinery/config';
import type { Terminal } from './command/terminal.ts';
import { warnAboutConflicts } from './hints/conflicts.ts';
import { warnAboutUnexpandedPatches, warnAboutUnexpandedResult } from './hints/unexpanded.ts';
import { readInputFile } from './input-file.ts';

/**
 * The patches of a flag, read from their files. Says what is odd about them.
 *
 * @param allowUnknown documents of a kind that is not known may be in them
 */
export async function readPatches(args: readonly string[], terminal: Terminal, allowUnknown = false): Promise<readonly Patch[]> {
	if (args.length === 0) return [];
	const { loadPatches } = await import('@ichor/machinery/config');
	const patches = loadPatches([...args], readInputFile, { allowUnknown });
	await warnAboutUnexpandedPatches(patches, terminal);
	return patches;
}

/** How patches are applied and what is said about it. */
export interface PatchingOptions {
	/** What messages call the configuration. */
	readonly name: string;
	readonly allowUnknown?: boolean;
	readonly terminal: Terminal;
}

/** Applies patches, and says what they do that nobody may have meant. */
export async function patchText(
	input: string | Uint8Array | MachineConfig,
	patches: readonly Patch[],
	{ name, allowUnknown = false, terminal }: PatchingOptions,
): Promise<PatchedConfig> {
	const { applyPatches, loadConfig } = await import('@ichor/machinery/config');
	const { explainMovedDeletion } = await import('./hints/moved-deletion.ts');
	let patched: PatchedConfig;
	try {
		patched = applyPatches(input, patches, { name, allowUnknown });
	} catch (error) {
		throw explainMovedDeletion(error, () => (isConfig(input) ? input : loadConfig(input, { name, allowUnknown })));
	}
	for (const warning of patched.warnings) terminal.err(`WARNING: ${warning}`);
	if (patched.config !== undefined) {
		await warnAboutUnexpandedResult(patched.config, patches, terminal);
		await warnAboutConflicts(patched.config, `the patched ${name}`, terminal);
	}
	return patched;
}

/** A configuration with patches applied, read again where a patch left nothing but text. */
export async function patchConfig(input: MachineConfig, patches: readonly Patch[], options: PatchingOptions): Promise<MachineConfig> {
	if (patches.length === 0) return input;
	const { loadConfig } = await import('@ichor/machinery/config');
	const { config, text } = await patchText(input, patches, options);
	return config ?? loadConfig(text, options);
}

function isConfig(input: string | Uint8Array | MachineConfig): input is MachineConfig {
	return typeof input === 'object' && 'documents' in input;
}
