import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** A process of a node, as the host sees it. */
export interface NodeProcess {
	readonly pid: number;
	/** What the node runs it as: `machined`, `apid`, `etcd`, `containerd`. */
	readonly program: string;
	readonly isZombie: boolean;
}

/** The processes of a node, whatever containers they are in. What ends meanwhile is left out. */
export function processesOf(firstPid: number): readonly NodeProcess[] {
	const parents = new Map<number, number>();
	const found = new Map<number, NodeProcess>();
	for (const name of readdirSync('/proc')) {
		const pid = Number(name);
		if (!Number.isInteger(pid)) continue;
		try {
			const status = readFileSync(`/proc/${pid}/status`, 'utf8');
			parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
			found.set(pid, { pid, program: programOf(pid, status), isZombie: /^State:\s+Z/m.test(status) });
		} catch {
			// it has ended
		}
	}
	const belongs = (pid: number): boolean => pid === firstPid || ((parents.get(pid) ?? 0) > 1 && belongs(parents.get(pid) ?? 0));
	return [...found.values()].filter(({ pid }) => belongs(pid));
}

/** Things of a node of which there must not be more after a fault than before. */
export interface Census {
	readonly zombies: number;
	/** Mounts that its PID 1 sees. */
	readonly mounts: number;
	/** Open descriptors by program, those of PID 1 under `init`. */
	readonly descriptors: ReadonlyMap<string, number>;
}

export function censusOf(firstPid: number): Census {
	const processes = processesOf(firstPid);
	const descriptors = new Map<string, number>();
	for (const { pid, program } of processes) {
		try {
			descriptors.set(program, (descriptors.get(program) ?? 0) + readdirSync(`/proc/${pid}/fd`).length);
		} catch {
			// it has ended
		}
	}
	const mounts = readFileSync(`/proc/${firstPid}/mountinfo`, 'utf8').split('\n').length;
	return { zombies: processes.filter(({ isZombie }) => isZombie).length, mounts, descriptors };
}

/** The daemons that are Node, and Kubernetes' components that are one program, call themselves what they are; the others are called as their file. */
function programOf(pid: number, status: string): string {
	const [argument = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
	const named = /^Name:\s+(.*)$/m.exec(status)?.[1] ?? '';
	if (argument === '') return named;
	const file = basename(readlinkSync(`/proc/${pid}/exe`));
	return file === 'node' || file === 'kubernetes' ? basename(argument.trim()) : file;
}
