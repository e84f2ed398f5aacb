import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { median } from './figure.ts';

/** A command line as a user would start it. */
export type CommandLine = readonly [program: string, ...args: readonly string[]];

/**
 * Wall times of several commands, in milliseconds, each the median of `rounds`. They take turns, so that what else the
 * machine does meets all of them alike.
 */
export function timeProcesses(commands: readonly CommandLine[], rounds: number): readonly number[] {
	const times: number[][] = commands.map(() => []);
	for (let round = -1; round < rounds; round += 1) {
		for (const [index, [program, ...args]] of commands.entries()) {
			const start = performance.now();
			const { status, stderr } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
			const time = performance.now() - start;
			if (status !== 0) throw new Error(`${program} ${args.join(' ')} exited with ${status}: ${stderr.toString()}`);
			// The first round only warms the caches.
			if (round >= 0) times[index]?.push(time);
		}
	}
	return times.map(median);
}

/** The largest resident set of a process over its life, in MB, read from the kernel's own high-water mark. */
export async function peakMemory([program, ...args]: CommandLine): Promise<number> {
	const child = spawn(program, args, { stdio: 'ignore' });
	let peak = 0;
	let ended = false;
	child.on('exit', () => {
		ended = true;
	});
	while (!ended) {
		try {
			const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
			peak = Math.max(peak, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0));
		} catch {
			break;
		}
		await new Promise(setImmediate);
	}
	return (peak * 1024) / 1e6;
}
