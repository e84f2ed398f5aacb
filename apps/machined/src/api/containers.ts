import { readFile } from 'node:fs/promises';
import { ContainerDriver } from '@ichor/api/common';
import { Containers } from '@ichor/api/containerd/containers';
import { Tasks } from '@ichor/api/containerd/tasks';
import type { MachineService } from '@ichor/api/machine';
import { ContainerdConnection } from '@ichor/containerd';
import { type Handlers, RpcError } from '@ichor/rpc';
import { paths } from '../paths.ts';

/** The containers of the system's own services, and what they use. */
export function containersApi(): Handlers<typeof MachineService> {
	return {
		async containers({ namespace, driver }, { signal }) {
			const containers = (await list(namespace, driver, signal)).map((one) => ({
				...one,
				namespace,
				name: one.id,
				podId: one.id,
				internalId: one.id,
			}));
			return { messages: [{ containers }] };
		},
		async stats({ namespace, driver }, { signal }) {
			const running = await list(namespace, driver, signal);
			const stats = await Promise.all(running.map(async ({ id, pid }) => ({ namespace, id, name: id, podId: id, ...(await usage(pid)) })));
			return { messages: [{ stats }] };
		},
	};
}

async function list(namespace: string, driver: ContainerDriver, signal: AbortSignal) {
	if (driver === ContainerDriver.CRI) throw new RpcError('unimplemented', 'pods are not listed yet');
	const connection = new ContainerdConnection(paths.systemContainerd, namespace);
	const options = { signal, metadata: connection.metadata };
	try {
		const { containers } = await connection.service(Containers).list({}, options);
		const { tasks } = await connection.service(Tasks).list({}, options);
		const byId = new Map(tasks.map((task) => [task.id, task]));
		return containers
			.map(({ id, image }) => ({ id, image, pid: byId.get(id)?.pid ?? 0, status: statuses[byId.get(id)?.status ?? 0] ?? 'UNKNOWN' }))
			.sort((a, b) => (a.id < b.id ? -1 : 1));
	} finally {
		connection.close();
	}
}

/** containerd.v1.types.Status. */
const statuses = ['UNKNOWN', 'CREATED', 'RUNNING', 'STOPPED', 'PAUSED', 'PAUSING'];

/** Memory in bytes and processor time in nanoseconds of a container's control group, whichever version it is. */
async function usage(pid: number): Promise<{ memoryUsage: bigint; cpuUsage: bigint }> {
	const groups = (await readFile(`/proc/${pid}/cgroup`, 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
	const path = (controller: string) =>
		groups
			.find(([, names]) => names?.split(',').includes(controller))
			?.slice(2)
			.join(':');
	const [memory, cpu, unified] = [path('memory'), path('cpuacct'), path('')];
	if (memory === undefined || cpu === undefined) {
		const folder = `/sys/fs/cgroup${unified ?? ''}`;
		const text = await readFile(`${folder}/cpu.stat`, 'utf8').catch(() => '');
		return { memoryUsage: await number(`${folder}/memory.current`), cpuUsage: BigInt(/usage_usec (\d+)/.exec(text)?.[1] ?? 0) * 1000n };
	}
	return {
		memoryUsage: await number(`/sys/fs/cgroup/memory${memory}/memory.usage_in_bytes`),
		cpuUsage: await number(`/sys/fs/cgroup/cpuacct${cpu}/cpuacct.usage`),
	};
}

async function number(path: string): Promise<bigint> {
	return BigInt((await readFile(path, 'utf8').catch(() => '0')).trim());
}
