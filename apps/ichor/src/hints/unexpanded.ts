import type { MachineConfig, Patch, UnexpandedVariable } from '@ichor/machinery/config';
import type { Terminal } from '../command/terminal.ts';

/** Warns about every `${NAME}` that somebody forgot to replace in a configuration that was read. */
export async function warnAboutUnexpanded(config: MachineConfig, terminal: Terminal): Promise<void> {
	const { unexpandedVariables } = await import('@ichor/machinery/config');
	for (const variable of unexpandedVariables(config)) warn(variable, terminal);
}

/** The same for the result of patches: at its place in a patch, and without one for what the patched text had before. */
export async function warnAboutUnexpandedResult(config: MachineConfig, patches: readonly Patch[], terminal: Terminal): Promise<void> {
	const { unexpandedVariables } = await import('@ichor/machinery/config');
	const merged = patches
		.flatMap((patch) => (patch.form === 'strategic' ? patch.steps : []))
		.flatMap((step) => ('merge' in step ? [step.merge] : []));
	const inPatches = unexpandedVariables({ documents: merged });
	const said = new Set(inPatches.map(identityOf));
	for (const variable of inPatches) warn(variable, terminal);
	for (const variable of unexpandedVariables(config)) if (!said.has(identityOf(variable))) warn(variable, terminal);
}

function warn({ name, path, place }: UnexpandedVariable, terminal: Terminal): void {
	const where = place === undefined ? '' : `${place.source}:${place.line}:${place.column}: `;
	terminal.err(`WARNING: ${where}${path.join('.')}: nothing replaces \${${name}}, it is taken as it stands`);
}

function identityOf({ name, document: { kind, name: documentName }, path }: UnexpandedVariable): string {
	return JSON.stringify([kind, documentName, path, name]);
}
