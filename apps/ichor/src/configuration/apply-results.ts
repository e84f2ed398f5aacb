import type { ApplyConfiguration } from '@ichor/api/machine';
import type { Terminal } from '../command/terminal.ts';
import { printableText } from '../output/printable.ts';

/** What nodes say about a configuration that they took, on standard error. */
export function printApplyResults(messages: readonly ApplyConfiguration[], terminal: Terminal): void {
	for (const { warnings, modeDetails } of messages) {
		for (const warning of warnings) terminal.err(`WARNING: ${printableText(warning)}`);
		if (modeDetails !== '') terminal.err(printableText(modeDetails));
	}
}
