import { readFile } from 'node:fs/promises';
import { ContainerDriver } from '@ichor/api/common';
import { Containers } from '@ichor/api/containerd/containers';
import { Tasks } from '@ichor/api/containerd/tasks';
import type { MachineService } from '@ichor/api/machine';
import { Container, ContainerdConnection, Pods } from '@ichor/containerd';
import { type Handlers, RpcError } from '@ichor/rpc';
import type { Machine } from '../machine.ts';
import { paths } from '../paths.ts';

/** The containers of the system's own services, and those of pods; what they use; and how to start one again. */
export function containersApi({ context }: Machine): Handlers<typeof MachineService> {
	return {
		async containers({ namespace, driver }, { signal }) {
			if (insistOnDriver(namespace, driver) === 'pods') {
				const pods = await withPods(async (client) => await client.list({ ...context, signal }));
				const containers = pods.map(({ display, id, uid, pod, name, image, pid, status, networkNamespace }) => ({
					namespace,
					id: display,
					internalId: id,
					uid,
					podId: pod,
					name,
					image,
					pid,
					status,
					networkNamespace,
				}));
				return { messages: [{ containers }] };
			}
			const containers = (await list(namespace, signal)).map((one) => ({
				...one,
				namespace,
				name: one.id,
				podId: one.id,
				internalId: one.id,
			}));
			return { messages: [{ containers }] };
		},
		async stats({ namespace, driver }, { signal }) {
			if (insistOnDriver(namespace, driver) === 'pods') {
				const pods = await withPods(async (client) => await client.list({ ...context, signal }));
				const stats = pods.flatMap(({ display, pod, name, usage: used }) =>
					used === undefined ? [] : [{ namespace, id: display, podId: pod, name, memoryUsage: used.memory, cpuUsage: used.cpu }],
				);
				return { messages: [{ stats }] };
			}
			const running = await list(namespace, signal);
			const stats = await Promise.all(running.map(async ({ id, pid }) => ({ namespace, id, name: id, podId: id, ...(await usage(pid)) })));
			return { messages: [{ stats }] };
		},
		async restart({ namespace, id, driver }, { signal }) {
			const during = { ...context, signal };
			if (insistOnDriver(namespace, driver) === 'pods') {
				await withPods(async (client) => {
					const container = await client.find(during, id);
					if (container === undefined) throw new RpcError('unknown', `container ${JSON.stringify(id)} not found`);
					await client.stop(during, container);
				});
				return { messages: [{}] };
			}
			// its service starts it again
			const connection = connectionOf(namespace);
			try {
				const container = await Container.attach(during, connection, id);
				if (container === undefined) throw new RpcError('unknown', `container ${JSON.stringify(id)} not found`);
				await container.kill(during, terminate);
				return { messages: [{}] };
			} finally {
				connection.close();
			}
		},
	};
}

/** SIGTERM. */
const terminate = 15;

/** @throws RpcError for what names neither pods nor containers (upstream's words) */
export function insistOnDriver(namespace: string, driver: ContainerDriver): 'pods' | 'containers' {
	if (namespace === '') throw new RpcError('invalid-argument', "namespace can't be empty");
	if (driver === ContainerDriver.CONTAINERD) return 'containers';
	if (driver !== ContainerDriver.CRI) throw new RpcError('invalid-argument', `unsupported driver "${driver}"`);
	if (namespace !== podNamespace) throw new RpcError('unknown', 'CRI inspector is supported only for K8s namespace');
	return 'pods';
}

export async function withPods<T>(use: (client: Pods) => Promise<T>): Promise<T> {
	const client = new Pods(paths.cri);
	try {
		return await use(client);
	} finally {
		client.close();
	}
}

/** Where containerd's CRI keeps the containers of pods. */
const podNamespace = 'k8s.io';

/** What runs in memory is the system containerd's, all else is the CRI's. */
function connectionOf(namespace: string): ContainerdConnection {
	return new ContainerdConnection(namespace === 'system' ? paths.systemContainerd : paths.cri, namespace);
}

async function list(namespace: string, signal: AbortSignal) {
	const connection = connectionOf(namespace);
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
