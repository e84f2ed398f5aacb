import { connectivityState } from '@grpc/grpc-js';
import type { Channel } from './channel.ts';

/**
 * Connects a channel if it is not connected, and says whether that worked: false when the server cannot be reached or
 * TLS fails. Nothing is called.
 *
 * @param timeout milliseconds after which it counts as not reachable
 */
export async function connected({ grpc }: Channel, timeout: number): Promise<boolean> {
	const channel = grpc.getChannel();
	const deadline = Date.now() + timeout;
	for (;;) {
		const state = channel.getConnectivityState(true);
		if (state === connectivityState.READY) return true;
		if (state === connectivityState.TRANSIENT_FAILURE || state === connectivityState.SHUTDOWN) return false;
		const failure = await new Promise<Error | undefined>((resolve) => channel.watchConnectivityState(state, deadline, resolve));
		if (failure !== undefined) return false;
	}
}
