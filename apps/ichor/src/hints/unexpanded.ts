import type { MachineConfig, Patch, UnexpandedVariable } from '@ichor/machinery/config';
import type { Terminal } from '../command/terminal.ts';

/** Warns about every `${NAME}` that somebody forgot to replace in a configuration that was read. */
export async function warnAboutUnexpanded(config: MachineConfig, terminal: Terminal): Promise<void> {
	const { unexpandedVariables } = await import('@ichor/machinery/config');
	await warn(unexpandedVariables(config), terminal);
}

/** The same for a text that somebody else will judge: nothing is said of one that is no configuration. */
export async function warnAboutUnexpandedText(text: Uint8Array | string, name: string, terminal: Terminal): Promise<void> {
	const { ConfigError, loadConfig } = await import('@ichor/machinery/config');
	try {
		await warnAboutUnexpanded(loadConfig(text, { name, allowUnknown: true }), terminal);
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
	}
}

/** The same for patches, before they are applied to anything. */
export async function warnAboutUnexpandedPatches(patches: readonly Patch[], terminal: Terminal): Promise<void> {
	const { unexpandedInPatches } = await import('@ichor/machinery/config');
	await warn(unexpandedInPatches(patches), terminal);
}

/** The same for their result: what it had before, or has from patches in which it could not be seen. */
export async function warnAboutUnexpandedResult(config: MachineConfig, patches: readonly Patch[], terminal: Terminal): Promise<void> {
	const { unexpandedInPatches, unexpandedVariables } = await import('@ichor/machinery/config');
	const said = new Set(unexpandedInPatches(patches).map(identityOf));
	await warn(
		unexpandedVariables(config).filter((variable) => !said.has(identityOf(variable))),
		terminal,
	);
}

async function warn(variables: readonly UnexpandedVariable[], terminal: Terminal): Promise<void> {
	const { unexpandedText } = await import('@ichor/machinery/config');
	for (const variable of variables) {
		const { place } = variable;
		const where = place === undefined ? '' : `${place.source}:${place.line}:${place.column}: `;
		terminal.err(`WARNING: ${where}${unexpandedText(variable)}`);
	}
}

function identityOf({ name, document: { kind, name: documentName }, path }: UnexpandedVariable): string {
	return JSON.stringify([kind, documentName, path, name]);
}
