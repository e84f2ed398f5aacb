import type { Context } from '@ichor/std';
import type { Terminal } from '../command/terminal.ts';
import { interruptible } from '../nodes/interrupt.ts';
import { ProgressReporter } from '../output/progress-reporter.ts';

/** Runs something long that says on standard error what it does, and that Ctrl-C ends. */
export async function withProgress<Result>(terminal: Terminal, action: (context: Context) => Promise<Result>): Promise<Result> {
	const reporter = new ProgressReporter(terminal);
	return await interruptible(terminal, async (signal) =>
		action({
			signal,
			progress: (message) => reporter.report({ message, status: 'running' }),
			log: (level, message) => {
				if (level === 'warn' || level === 'error') reporter.report({ message, status: 'skipped' });
			},
		}),
	);
}
