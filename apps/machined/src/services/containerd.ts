import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Version } from '@ichor/api/containerd/version';
import { ContainerdConnection } from '@ichor/containerd';
import type { Context } from '@ichor/std';
import { ProcessRunner } from './process-runner.ts';
import type { Condition, Service } from './service.ts';

/** Where one containerd has its things. */
export interface ContainerdPlaces {
	readonly socket: string;
	readonly state: string;
	readonly root: string;
	readonly configuration: string;
	/** Plugins that it does without. */
	readonly disabled: readonly string[];
}

/**
 * A containerd: `containerd`, of the system's own services, which needs no disk; `cri`, of etcd, the kubelet and pods,
 * with its images on EPHEMERAL.
 */
export function containerd(id: 'containerd' | 'cri', places: ContainerdPlaces, conditions: readonly Condition[] = []): Service {
	return {
		id,
		conditions,
		async prepare() {
			for (const folder of [dirname(places.socket), dirname(places.configuration), places.state, places.root]) {
				await mkdir(folder, { recursive: true, mode: 0o711 });
			}
			await writeFile(places.configuration, configurationOf(places));
			return new ProcessRunner(id, ['/usr/bin/containerd', '--config', places.configuration]);
		},
		health: {
			async check(context) {
				await askVersion(context, places.socket);
			},
			initialDelay: 100,
		},
	};
}

/** @throws RpcError when it does not answer */
async function askVersion(context: Context, socket: string): Promise<void> {
	const connection = new ContainerdConnection(socket, 'system');
	try {
		await connection.service(Version).version({}, { signal: context.signal });
	} finally {
		connection.close();
	}
}

/** A version 3 configuration (containerd's documentation, containerd-config.toml). */
function configurationOf({ socket, state, root, disabled }: ContainerdPlaces): string {
	return `version = 3
root = ${JSON.stringify(root)}
state = ${JSON.stringify(state)}
disabled_plugins = ${JSON.stringify(disabled)}
[grpc]
address = ${JSON.stringify(socket)}
`;
}
