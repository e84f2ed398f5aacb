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
				command: ['/usr/bin/node', '--max-old-space-size=64', `/usr/lib/ichor/${id}.cjs`],
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
