import { readdir, readFile, readlink } from 'node:fs/promises';
import { ticksPerSecond } from './stat.ts';

/** A process as /proc/PID shows it. Sizes are in bytes, times in seconds. */
export interface Process {
	readonly pid: number;
	readonly parent: number;
	/** One letter: R, S, D, Z, T … (proc_pid_stat(5)). */
	readonly state: string;
	readonly threads: number;
	readonly cpuTime: number;
	readonly virtualMemory: number;
	readonly residentMemory: number;
	readonly command: string;
	readonly executable: string;
	readonly arguments: string;
	/** The SELinux or AppArmor label, empty where there is none. */
	readonly label: string;
}

/** Every process that is there and stays there while it is looked at. */
export async function readProcesses(proc = '/proc'): Promise<readonly Process[]> {
	const pids = (await readdir(proc)).filter((name) => /^\d+$/.test(name));
	const all = await Promise.all(pids.map((pid) => readProcess(`${proc}/${pid}`)));
	return all.filter((process) => process !== undefined);
}

async function readProcess(folder: string): Promise<Process | undefined> {
	try {
		const [stat, line] = await Promise.all([readFile(`${folder}/stat`, 'utf8'), readFile(`${folder}/cmdline`, 'utf8')]);
		const fields = parseProcessStat(stat);
		return {
			...fields,
			executable: await readlink(`${folder}/exe`).catch(() => ''),
			arguments: line.replaceAll('\0', ' ').trimEnd(),
			label: (await readFile(`${folder}/attr/current`, 'utf8').catch(() => '')).replaceAll('\0', '').trim(),
		};
	} catch {
		return undefined;
	}
}

/** /proc/PID/stat. The command stands in parentheses and may itself hold some: the last one closes it. */
export function parseProcessStat(text: string): Omit<Process, 'executable' | 'arguments' | 'label'> {
	const open = text.indexOf('(');
	const close = text.lastIndexOf(')');
	const rest = text
		.slice(close + 2)
		.trim()
		.split(' ');
	const field = (number: number) => Number(rest[number - 3] ?? 0);
	return {
		pid: Number(text.slice(0, open)),
		command: text.slice(open + 1, close),
		state: rest[0] ?? '',
		parent: field(4),
		threads: field(20),
		cpuTime: (field(14) + field(15)) / ticksPerSecond,
		virtualMemory: field(23),
		residentMemory: field(24) * pageSize,
	};
}

/** On every architecture that we run on (getconf PAGESIZE). */
const pageSize = 4096;
