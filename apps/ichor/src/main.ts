import { findCall, runCall } from './command/call.ts';
import { processTerminal } from './command/terminal.ts';
import { usageText } from './command/usage.ts';
import { exitCodeOf } from './exit.ts';
import { tree } from './tree.ts';

// No await at the top: the installed program is one CommonJS file.
void main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<void> {
	const terminal = processTerminal();
	const call = await findCall(tree, words);
	try {
		await runCall(call, terminal);
	} catch (error) {
		process.exitCode = exitCodeOf(error, terminal, () => usageText(call.path, call.command));
	}
}
