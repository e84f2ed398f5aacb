import { type SpawnOptions, spawn } from 'node:child_process';
import { RoomError } from '../errors.ts';

/** A program that ended badly: its name, how it ended and the end of what it printed. */
export class ProgramError extends RoomError<'missing' | 'failed' | 'cancelled'> {}

export interface ProgramOptions {
	readonly cwd?: string;
	/** Added to the environment of this process; undefined removes a variable. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly input?: string | Uint8Array;
	readonly signal?: AbortSignal;
	/** Called with each whole line of standard error, for progress. */
	readonly onLine?: (line: string) => void;
}

/**
 * Runs a program by its argument vector, never through a shell, and returns what it printed on standard output.
 *
 * @throws ProgramError when it is not there, exits with another code than 0, is ended by a signal or is cancelled
 */
export async function runProgram(command: string, args: readonly string[], options: ProgramOptions = {}): Promise<string> {
	const spawnOptions: SpawnOptions = {
		stdio: ['pipe', 'pipe', 'pipe'],
		env: { ...process.env, ...options.env },
		...(options.cwd === undefined ? {} : { cwd: options.cwd }),
		...(options.signal === undefined ? {} : { signal: options.signal }),
	};
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, spawnOptions);
		const out: Buffer[] = [];
		let errors = '';
		let rest = '';
		child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
		child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
			errors = (errors + chunk).slice(-errorTail);
			const lines = (rest + chunk).split('\n');
			rest = lines.pop() ?? '';
			for (const line of lines) options.onLine?.(line);
		});
		child.on('error', (error: NodeJS.ErrnoException) => {
			const code = error.name === 'AbortError' ? 'cancelled' : error.code === 'ENOENT' ? 'missing' : 'failed';
			const said = code === 'missing' ? `${command} is not installed` : `${command} ${args.join(' ')}: ${error.message}`;
			reject(new ProgramError(code, said, { cause: error }));
		});
		child.on('close', (code, signal) => {
			if (code === 0) resolve(Buffer.concat(out).toString('utf8'));
			else
				reject(
					new ProgramError(
						'failed',
						`${command} ${args.join(' ')} ${code === null ? `was ended by ${signal}` : `exited with ${code}`}\n${errors}`,
					),
				);
		});
		child.stdin?.on('error', () => undefined);
		child.stdin?.end(options.input ?? '');
	});
}

/** Characters of standard error that an error carries: enough for the last screen. */
const errorTail = 4000;
