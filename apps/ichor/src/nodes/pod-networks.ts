import { ContainerDriver } from '@ichor/api/common';
import { answersOf } from './answers.ts';
import { failureText } from './failure-text.ts';
import type { NodeSession } from './node-session.ts';

/** A pod's network: its node, and the name of its network namespace there. */
export interface PodNetwork {
	readonly node: string;
	readonly namespace: string;
	readonly name: string;
}

/**
 * The pods of the nodes that have a network of their own.
 *
 * @throws Error when the containers cannot be listed, which it says too
 */
export async function podNetworks(session: NodeSession): Promise<readonly PodNetwork[]> {
	const call = session.client.machine.containers({ namespace: 'k8s.io', driver: ContainerDriver.CRI });
	const answers = await answersOf(session, '', call).catch((error: unknown): never => {
		session.terminal.err(`WARNING: error getting containers: ${failureText(error)}`);
		throw error;
	});
	return answers.flatMap(({ node, message }) =>
		message.containers
			.filter(({ networkNamespace, pid, id, podId }) => networkNamespace !== '' && pid !== 0 && id === podId)
			.map(({ networkNamespace, id }) => ({ node, namespace: networkNamespace, name: id })),
	);
}
