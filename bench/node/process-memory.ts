import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';

/** A process and all below it, in the host's numbers. */
export async function descendants(root: number): Promise<readonly number[]> {
	const parents = new Map<number, number[]>();
	for (const entry of await readdir('/proc')) {
		if (!/^\d+$/.test(entry)) continue;
		const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
		const parent = Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]);
		parents.set(parent, [...(parents.get(parent) ?? []), Number(entry)]);
	}
	const found = [root];
	for (const pid of found) found.push(...(parents.get(pid) ?? []));
	return found;
}

/** As the process sees it: its root is another than the host's. Kubernetes' components are one program, by different names. */
export async function programOf(pid: number): Promise<string> {
	const file = await readlink(`/proc/${pid}/exe`).catch(() => '');
	if (basename(file) !== 'kubernetes') return file;
	return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')[0] ?? '';
}

/** Bytes; 0 of a process that has gone. */
export async function pssOf(pid: number): Promise<number> {
	const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
	return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
}
