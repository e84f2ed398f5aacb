import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { longestGap, watched } from './callers.ts';
import type { Fault } from './fault.ts';
import { processesOf } from './node-processes.ts';

/** The kernel kills who may not have more, and nobody else; it is started again, and clients turn to other nodes meanwhile. */
export const memoryLimit: Fault = {
	name: 'memory',
	what: 'apid of a node reaches its memory limit',
	async run(cluster, random) {
		const { name, pid, address } = random.pick(await cluster.victims());
		const before = processesOf(pid);
		const apid = before.find(({ program }) => program === 'apid')?.pid;
		if (apid === undefined) throw new Error(`${name} has no apid`);
		const isThere = (one: number): boolean => processesOf(pid).some((process) => process.pid === one && !process.isZombie);
		const limit = await memoryLimitOf(apid);
		let [killed, back] = [0, 0];
		const { gap, writes } = await watched(cluster, async () => {
			// what it has already, and hardly more
			await limit.set((await limit.usage()) + slack);
			await cluster.waitFor('apid to be killed', 60, async () => {
				await crowd(address);
				return isThere(apid) ? undefined : true;
			});
			killed = performance.now();
			const { machine } = cluster.started.talos.node(address);
			await cluster.waitFor('the node to answer', 60, async () => await machine.version({}, { timeout: 1000 }).catch(() => undefined));
			back = performance.now();
		});
		const lost = before.filter((one) => one.pid !== apid && daemons.includes(one.program) && !isThere(one.pid));
		if (lost.length > 0) throw new Error(`${lost.map(({ program }) => program).join(', ')} of ${name} ended with apid`);
		if (gap > longestGap) throw new Error(`the API was silent for ${gap.toFixed(0)} ms`);
		const seconds = ((back - killed) / 1000).toFixed(1);
		return `${name} answers ${seconds} s after its apid was killed, and nothing else was; longest gap ${gap.toFixed(0)} ms; ${writes} writes kept`;
	},
};

/** Connections that say nothing cost a server memory until it gives them up. */
async function crowd(address: string): Promise<void> {
	// it may end them, or itself
	const sockets = Array.from({ length: crowdSize }, () => connect(apidPort, address).on('error', () => undefined));
	await pause(crowdTime);
	for (const socket of sockets) socket.destroy();
}

interface MemoryLimit {
	/** In bytes. */
	usage(): Promise<number>;
	set(bytes: number): Promise<void>;
}

/** The limit of a process's own control group, as the kernel of this machine has it: cgroups(7), version 2 or 1. */
async function memoryLimitOf(pid: number): Promise<MemoryLimit> {
	const groups = await readFile(`/proc/${pid}/cgroup`, 'utf8');
	const version1 = /^\d+:(?:[^:]*,)?memory(?:,[^:]*)?:(.*)$/m.exec(groups)?.[1];
	const path = version1 ?? /^0::(.*)$/m.exec(groups)?.[1] ?? '';
	const mounts = await readFile('/proc/self/mountinfo', 'utf8');
	const mount = mounts
		.split('\n')
		.find((line) => (version1 === undefined ? / - cgroup2 /.test(line) : / - cgroup .*\bmemory\b/.test(line)));
	const folder = join(mount?.split(' ')[4] ?? '/sys/fs/cgroup', path);
	const [limit, usage] = version1 === undefined ? ['memory.max', 'memory.current'] : ['memory.limit_in_bytes', 'memory.usage_in_bytes'];
	return {
		usage: async () => Number(await readFile(join(folder, usage), 'utf8')),
		set: async (bytes) => await writeFile(join(folder, limit), String(bytes)),
	};
}

const daemons = ['machined', 'trustd', 'etcd', 'containerd'];
const apidPort = 50_000;
const crowdSize = 400;
/** Milliseconds. */
const crowdTime = 1000;
/** Bytes. */
const slack = 1 << 20;
