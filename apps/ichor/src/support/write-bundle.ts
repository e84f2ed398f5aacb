import { closeSync, openSync } from 'node:fs';
import type { NodeSession } from '../nodes/node-session.ts';
import { ProgressReporter } from '../output/progress-reporter.ts';
import type { Collector, CollectorFailure } from './collector.ts';
import { ZipArchive } from './zip-archive.ts';

export interface BundleOptions {
	readonly path: string;
	/** How many files of a source are collected at once. */
	readonly workers: number;
	/** Name each file on standard error. */
	readonly verbose: boolean;
}

/** Collects files into a zip archive that only its owner may read. Returns what could not be collected: it stops nothing else. */
export async function writeBundle(
	{ terminal, signal }: NodeSession,
	collectors: readonly Collector[],
	{ path, workers, verbose }: BundleOptions,
): Promise<readonly CollectorFailure[]> {
	const descriptor = openSync(path, 'w', 0o600);
	const reporter = new ProgressReporter(terminal);
	const failures: CollectorFailure[] = [];
	let done = 0;
	try {
		const archive = new ZipArchive(descriptor, new Date());
		const run = async ({ source, path: name, collect }: Collector): Promise<void> => {
			signal.throwIfAborted();
			if (verbose) terminal.err(`collecting ${name}`);
			try {
				const content = await collect();
				if (content !== undefined) archive.add(name, typeof content === 'string' ? Buffer.from(content) : content);
			} catch (error) {
				failures.push({ source, error });
			}
			done++;
			const status = done === collectors.length ? 'succeeded' : 'running';
			if (reporter.inPlace && !verbose) reporter.report({ message: `${done} of ${collectors.length} files: ${name}`, status });
		};
		const sources = Object.values(Object.groupBy(collectors, ({ source }) => source));
		const queues = sources.flatMap((queue = []) => Array.from({ length: Math.max(1, workers) }, () => queue));
		await Promise.all(
			queues.map(async (queue) => {
				for (let next = queue.shift(); next !== undefined; next = queue.shift()) await run(next);
			}),
		);
		archive.finish();
	} finally {
		closeSync(descriptor);
	}
	return failures;
}
