import { type CheckedCluster, healthProgress, nodeChecks } from '@ichor/client/health';
import { KubernetesOfCluster, kubernetesChecks } from '@ichor/cluster/health';
import { parseDuration } from '@ichor/machinery/duration';
import { background, withTimeout } from '@ichor/std';
import { fileInArchive } from '../nodes/file-in-archive.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { bytesOf } from '../nodes/streams.ts';
import { ProgressReporter, type ProgressUpdate } from '../output/progress-reporter.ts';
import { clusterNodes } from './cluster-nodes.ts';
import type { HealthOptions } from './health-options.ts';

/**
 * Makes the checks from here, and shows each as it goes.
 *
 * @throws Error when they do not hold in time
 */
export async function checkFromHere(session: NodeSession, options: HealthOptions): Promise<void> {
	const { client, terminal, signal } = session;
	const cluster: CheckedCluster = { client, ...(await clusterNodes(session, options)) };
	const context = withTimeout({ ...background, signal }, Number(parseDuration(options.timeout) / 1_000_000n));
	const kubernetes = new KubernetesOfCluster(
		async (limited) => await fileInArchive('kubeconfig', bytesOf(client.machine.kubeconfig({}, { signal: limited.signal }))),
		options.kubernetesEndpoint,
	);
	const reporter = new ProgressReporter(terminal);
	let shown: ProgressUpdate | undefined;
	const redraw = (): void => {
		if (shown !== undefined) reporter.report(shown);
	};
	// on a terminal the spinner turns while nothing changes
	const timer = terminal.errorColumns() === undefined ? undefined : setInterval(redraw, 100);
	try {
		const checks = [...nodeChecks, ...kubernetesChecks(async (limited) => await kubernetes.client(limited))];
		for await (const message of healthProgress(context, cluster, checks)) {
			shown = { message, status: statusOf(message) };
			redraw();
		}
	} catch (error) {
		if (context.signal.aborted && !signal.aborted) throw new Error('context deadline exceeded', { cause: error });
		throw error;
	} finally {
		clearInterval(timer);
		kubernetes.close();
	}
}

function statusOf(line: string): ProgressUpdate['status'] {
	if (line.endsWith('...')) return 'running';
	if (line.endsWith('OK')) return 'succeeded';
	return line.endsWith('SKIP') ? 'skipped' : 'error';
}
