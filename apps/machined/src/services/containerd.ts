import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Version } from '@ichor/api/containerd/version';
import { ContainerdConnection } from '@ichor/containerd';
import { boundingCapabilities } from '@ichor/linux/procfs';
import { type Context, waitFor } from '@ichor/std';
import { type ContainerdPlaces, containerdConfiguration } from './containerd-configuration.ts';
import { ProcessRunner } from './process-runner.ts';
import type { Condition, Service } from './service.ts';

/**
 * A containerd: `containerd`, of the system's own services, which needs no disk; `cri`, of etcd, the kubelet and pods,
 * with its images on EPHEMERAL.
 */
export function containerd(id: 'containerd' | 'cri', places: ContainerdPlaces): Service {
	const { pods } = places;
	return {
		id,
		volumes: pods === undefined ? [] : podVolumes,
		conditions: pods === undefined ? [] : [registryConfiguration(pods.registryHosts)],
		async prepare() {
			for (const folder of [dirname(places.socket), dirname(places.configuration), places.state, places.root]) {
				await mkdir(folder, { recursive: true, mode: 0o711 });
			}
			const mayRaiseScores = (await boundingCapabilities()).includes('CAP_SYS_RESOURCE');
			await writeFile(places.configuration, containerdConfiguration(places, !mayRaiseScores));
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

/** Of the containerd of pods (upstream: internal/app/machined/pkg/system/services/cri.go). */
const podVolumes = ['/var/lib', '/var/lib/cni', '/var/lib/containerd', '/var/run', '/var/run/lock'];

function registryConfiguration(folder: string): Condition {
	return { what: 'registry configuration', met: async (context) => void (await waitFor(context, () => existsSync(folder) || undefined)) };
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
