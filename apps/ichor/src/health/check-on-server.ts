import { hasRpcCode } from '@ichor/rpc';
import { durationMessage } from '../nodes/duration-message.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { printableText } from '../output/printable.ts';
import type { HealthOptions } from './health-options.ts';

/** Has a node make the checks, and prints what it says. */
export async function checkOnServer({ client, terminal }: NodeSession, options: HealthOptions): Promise<void> {
	const clusterInfo = {
		controlPlaneNodes: [...options.controlPlanes],
		workerNodes: [...options.workers],
		forceEndpoint: options.kubernetesEndpoint,
	};
	try {
		for await (const { metadata, message } of client.cluster.healthCheck({ waitTimeout: durationMessage(options.timeout), clusterInfo })) {
			const error = metadata?.error ?? '';
			if (error !== '') throw new Error(`healthcheck error: ${printableText(error)}`);
			terminal.err(printableText(message));
		}
	} catch (error) {
		if (!hasRpcCode(error, 'cancelled')) throw error;
	}
}
