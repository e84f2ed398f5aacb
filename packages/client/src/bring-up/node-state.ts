import { type ClientTls, hasRpcCode } from '@ichor/rpc';
import { type Context, messageOf } from '@ichor/std';
import { openTalosClient, type TalosClient } from '../api/talos-client.ts';

/** What a node's API says: nothing yet, that it waits for a configuration, or that it belongs to the cluster. */
export type NodeState =
	| { readonly is: 'silent'; readonly why: string }
	| { readonly is: 'maintenance' }
	| { readonly is: 'configured'; readonly version: string };

/** Asks a node as somebody of its cluster, and as a stranger when it does not know us. */
export async function nodeState(context: Context, address: string, tls: ClientTls): Promise<NodeState> {
	try {
		return { is: 'configured', version: await versionOf(context, await openTalosClient({ endpoints: [address], tls })) };
	} catch (error) {
		context.signal.throwIfAborted();
		if (!hasRpcCode(error, 'unavailable', 'deadline-exceeded')) return { is: 'silent', why: messageOf(error) };
	}
	try {
		await versionOf(context, await openTalosClient({ endpoints: [address], insecure: true }));
		return { is: 'maintenance' };
	} catch (error) {
		context.signal.throwIfAborted();
		// in maintenance a node tells strangers nothing but takes their configuration
		if (hasRpcCode(error, 'unimplemented', 'permission-denied')) return { is: 'maintenance' };
		return { is: 'silent', why: messageOf(error) };
	}
}

async function versionOf({ signal }: Context, client: TalosClient): Promise<string> {
	try {
		const { messages } = await client.machine.version({}, { signal, timeout: answerTimeout });
		return messages[0]?.version?.tag ?? '';
	} finally {
		client.close();
	}
}

/** Milliseconds for a node to say its version: it does so in less than one. */
const answerTimeout = 3000;
