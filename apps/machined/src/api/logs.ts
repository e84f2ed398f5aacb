import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { ContainerDriver } from '@ichor/api/common';
import { type MachineService } from '@ichor/api/machine';
import { type Handlers, RpcError } from '@ichor/rpc';
import type { Context } from '@ichor/std';
import { formatRecord, openKernelLog, readKernelLog } from '../logs/kernel-log.ts';
import { readLog } from '../logs/log-file.ts';
import type { Machine } from '../machine.ts';
import { paths } from '../paths.ts';
import { insistOnDriver, withPods } from './containers.ts';

/** What services and the kernel said. */
export function logsApi({ context }: Machine): Handlers<typeof MachineService> {
	return {
		async *logs({ namespace, id, driver, follow, tailLines }, { signal }) {
			const path =
				namespace === 'system' || id === 'kubelet' ? serviceLog(id) : await containerLog({ ...context, signal }, namespace, id, driver);
			for await (const bytes of readLog(path, { tailLines, follow }, signal)) yield { bytes };
		},
		async logsContainers() {
			const names = await readdir(paths.logs);
			return {
				messages: [
					{
						ids: names
							.filter((name) => name.endsWith('.log'))
							.map((name) => name.slice(0, -'.log'.length))
							.sort(),
					},
				],
			};
		},
		async *dmesg({ follow, tail }, { signal }) {
			const device = await openKernelLog().catch((error: unknown) => {
				throw new RpcError('unknown', 'the kernel log cannot be read on this machine', { cause: error });
			});
			try {
				for await (const record of readKernelLog(device, { follow, tail }, signal)) {
					yield { bytes: new TextEncoder().encode(formatRecord(record)) };
				}
			} finally {
				await device.close();
			}
		},
	};
}

/** @throws RpcError for a service that has said nothing, or is none */
function serviceLog(id: string): string {
	const path = `${paths.logs}/${id}.log`;
	if (!/^[a-z0-9-]+$/.test(id) || !existsSync(path)) throw new RpcError('unknown', `log ${JSON.stringify(id)} was not registered`);
	return path;
}

/** The file that containerd writes for a container of a pod. */
async function containerLog(context: Context, namespace: string, id: string, driver: ContainerDriver): Promise<string> {
	if (insistOnDriver(namespace, driver) === 'containers') throw new RpcError('unknown', `container ${JSON.stringify(id)} not found`);
	const container = await withPods(async (client) => await client.find(context, id));
	if (container === undefined) throw new RpcError('unknown', `container ${JSON.stringify(id)} not found`);
	if (container.logPath === '') throw new RpcError('unknown', 'no log available');
	return container.logPath;
}
