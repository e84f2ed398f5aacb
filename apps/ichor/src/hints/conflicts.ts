import type { MachineConfig } from '@ichor/machinery/config';
import type { Terminal } from '../command/terminal.ts';

/**
 * Says where a patched configuration contradicts itself because documents have taken over what its root document sets,
 * with the patch that mends it. Patching allows it, so that it would come up in `validate`, or on the machine.
 *
 * @param what the configuration, for the message
 */
export async function warnAboutConflicts(config: MachineConfig, what: string, terminal: Terminal): Promise<void> {
	const { contradictions, mendingPatch } = await import('@ichor/machinery/config');
	for (const { message } of contradictions(config)) terminal.err(`WARNING: \`validate\` will refuse ${what}: ${message}`);
	const mending = mendingPatch(config);
	if (mending === undefined) return;
	const { text, unsaid } = mending;
	const rest = unsaid.length === 0 ? '' : `, once the documents say what ${unsaid.map((field) => `.${field}`).join(', ')} said`;
	terminal.err(`this patch mends it${rest}:\n${text.trimEnd()}`);
}
