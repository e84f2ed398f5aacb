import type { MachineConfig } from '@ichor/machinery/config';
import type { Terminal } from '../command/terminal.ts';

/**
 * Says which documents of a patched configuration contradict its root document, with the patch that mends it. Patching
 * allows it, so that it would come up in `validate`, or on the machine.
 *
 * @param what the configuration, for the message: `cp-01.yaml`, `the result`
 */
export async function warnAboutConflicts(config: MachineConfig, what: string, terminal: Terminal): Promise<void> {
	const { conflictHint, ProblemList, rootOf } = await import('@ichor/machinery/config');
	const root = rootOf(config);
	if (root === undefined) return;
	for (const document of config.documents) {
		const problems = new ProblemList();
		document.definition?.conflicts?.(document.value, root, problems);
		if (problems.errors.length === 0) continue;
		for (const { message } of problems.errors) terminal.err(`WARNING: \`validate\` will refuse ${what}: ${message}`);
		const advice = conflictHint(document, root);
		if (advice !== undefined) terminal.err(advice.hint.trimEnd());
	}
}
