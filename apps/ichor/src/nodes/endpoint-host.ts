import type { TalosClient } from '@ichor/client/api';

/** The name of a node that does not say its own: how it was called, without the port. */
export function endpointHost(client: TalosClient): string {
	return client
		.endpoint()
		.replace(/:\d+$/, '')
		.replace(/^\[(.*)\]$/, '$1');
}
