import { connect } from 'node:net';
import { dirname } from 'node:path';
import { ContainerdConnection } from '@ichor/containerd';
import type { Context } from '@ichor/std';
import { paths } from '../paths.ts';
import { ContainerRunner } from './container-runner.ts';
import type { Condition, Service } from './service.ts';
import { sharedRootSpecification } from './shared-root.ts';

/** A daemon of ours that faces the network: a container of the system's containerd, as a user of its own. */
export function daemon(
	id: 'apid' | 'trustd',
	options: { readonly user: number; readonly port: number; readonly sockets: readonly string[]; readonly conditions: readonly Condition[] },
): Service {
	return {
		id,
		dependsOn: ['containerd'],
		conditions: options.conditions,
		async prepare() {
			const specification = await sharedRootSpecification({
				id,
				user: options.user,
				command: ['/usr/bin/node', ...heap[id], `/usr/lib/ichor/${id}.cjs`],
				folders: options.sockets.map((socket) => dirname(socket)),
			});
			const connection = new ContainerdConnection(paths.systemContainerd, 'system');
			return new ContainerRunner(connection, { id, specification, root: 'folder' });
		},
		health: {
			async check(context) {
				await knock(context, options.port);
			},
			initialDelay: 700,
		},
	};
}

/**
 * Limits of V8's heap, in MB. V8 counts what HTTP/2 and TLS hold outside of it: with 64 for apid it collected all garbage
 * every 15 ms under load, 0.66 ms of a call instead of 0.21. The young generation is what grows under load and stays
 * (bench/node-calls, node-memory). Each collects when it is quiet.
 */
const heap = {
	apid: ['--max-old-space-size=256', '--max-semi-space-size=4', '--expose-gc'],
	trustd: ['--max-old-space-size=64', '--max-semi-space-size=1', '--expose-gc'],
} as const;

/** @throws Error when nothing listens */
async function knock(context: Context, port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const socket = connect({ port, host: '127.0.0.1', signal: context.signal }, () => {
			socket.destroy();
			resolve();
		});
		socket.once('error', reject);
	});
}
