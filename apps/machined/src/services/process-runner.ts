import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Context, waitFor, withTimeout } from '@ichor/std';
import { paths } from '../paths.ts';
import type { Runner } from './service.ts';

/**
 * A program as a service. It lives on when machined dies, its output going to a file of its own; a file with its
 * process id lets the next machined find it.
 */
export class ProcessRunner implements Runner {
	readonly #id: string;
	readonly #command: readonly string[];
	readonly #ended = Promise.withResolvers<string>();
	#pid: number | undefined;

	/** @param command the program's path and its arguments */
	constructor(id: string, command: readonly string[]) {
		this.#id = id;
		this.#command = command;
	}

	async start(context: Context): Promise<string> {
		const running = this.#find();
		if (running !== undefined) {
			this.#pid = running;
			void waitFor({ ...context, signal: new AbortController().signal }, () => (isAlive(running) ? undefined : true), 500).then(() =>
				this.#ended.resolve(`process ${running} has ended`),
			);
			return `Process ${this.#text} found running with PID ${running}`;
		}
		mkdirSync(paths.processes, { recursive: true });
		mkdirSync(paths.logs, { recursive: true });
		const log = openSync(`${paths.logs}/${this.#id}.log`, 'a');
		const [program = '', ...args] = this.#command;
		const child = spawn(program, args, { stdio: ['ignore', log, log], detached: true });
		closeSync(log);
		await spawned(child);
		this.#pid = child.pid;
		writeFileSync(this.#file, String(child.pid));
		child.on('exit', (code, signal) => this.#ended.resolve(code === null ? `ended by ${signal}` : `exit code ${code}`));
		return `Process ${this.#text} started with PID ${child.pid}`;
	}

	get pid(): number | undefined {
		return this.#pid;
	}

	async ended(): Promise<string> {
		return await this.#ended.promise;
	}

	async stop(context: Context): Promise<void> {
		const pid = this.#pid;
		if (pid === undefined) return;
		const gone = () => (isAlive(pid) ? undefined : true);
		signalTo(pid, 'SIGTERM');
		await waitFor(withTimeout(context, patience), gone).catch(() => signalTo(pid, 'SIGKILL'));
		await waitFor(context, gone);
		rmSync(this.#file, { force: true });
	}

	get #file(): string {
		return `${paths.processes}/${this.#id}`;
	}

	get #text(): string {
		return `Process([${this.#command.map((argument) => JSON.stringify(argument)).join(' ')}])`;
	}

	/** The process of an earlier machined, if it still is what it was. */
	#find(): number | undefined {
		try {
			const pid = Number(readFileSync(this.#file, 'utf8'));
			const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
			return line.join('\0') === this.#command.join('\0') ? pid : undefined;
		} catch {
			return undefined;
		}
	}
}

/** Milliseconds between SIGTERM and SIGKILL (upstream: 10 s). */
const patience = 10_000;

async function spawned(child: ChildProcess): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		child.once('spawn', resolve);
		child.once('error', reject);
	});
}

/** A process that has ended and is not reaped yet does not live. */
function isAlive(pid: number): boolean {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return !/^ [ZX] /.test(stat.slice(stat.lastIndexOf(')') + 1));
	} catch {
		return false;
	}
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(pid, signal);
	} catch {
		// it has ended in the meantime
	}
}
