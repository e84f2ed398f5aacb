import type { Terminal } from '../command/terminal.ts';

/**
 * Runs something that a first Ctrl-C (or SIGTERM) aborts, as if the calls in it had been cancelled, and a second one kills.
 *
 * @throws Error with what Go programs print for a failed call, in place of an RpcError
 */
export async function interruptible<Result>(terminal: Terminal, action: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
	const { RpcError } = await import('@ichor/rpc');
	const aborter = new AbortController();
	const abort = (): void => {
		release();
		terminal.err('Signal received, aborting, press Ctrl+C once again to abort immediately...');
		aborter.abort(new RpcError('cancelled', 'context canceled'));
	};
	const release = (): void => {
		for (const signal of signals) process.removeListener(signal, abort);
	};
	for (const signal of signals) process.on(signal, abort);
	try {
		return await action(aborter.signal);
	} catch (error) {
		throw error instanceof RpcError ? new Error(String(error), { cause: error }) : error;
	} finally {
		release();
	}
}

const signals = ['SIGINT', 'SIGTERM'] as const;
