import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { background, waitFor, withTimeout } from '@ichor/std';
import koffi from 'koffi';

const libc = koffi.load('libc.so.6');
const openMaster = libc.func('int posix_openpt(int flags)');
const grant = libc.func('int grantpt(int fd)');
const unlock = libc.func('int unlockpt(int fd)');
const nameOf = libc.func('int ptsname_r(int fd, _Out_ uint8_t *name, size_t size)');
const getAttributes = libc.func('int tcgetattr(int fd, _Out_ uint8_t *termios)');
const control = libc.func('int ioctl(int fd, unsigned long request, uint16_t *size)');

/** A terminal without anybody before it (pty(7)), and a program that runs on it. For tests. */
export class PseudoTerminal {
	/** Everything that was written to it. */
	written = '';
	readonly program: ChildProcess;
	/** How it was before the program. */
	readonly settingsBefore: string;
	readonly #master: number;
	readonly #slave: number;
	#exit: { readonly code: number | null; readonly signal: NodeJS.Signals | null } | undefined;

	/** Starts Node on a terminal of that size. */
	constructor(
		script: string,
		args: readonly string[],
		size: readonly [columns: number, rows: number],
		environment: NodeJS.ProcessEnv = {},
	) {
		const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants;
		this.#master = must(openMaster(O_RDWR | O_NOCTTY | O_NONBLOCK), 'posix_openpt');
		must(grant(this.#master), 'grantpt');
		must(unlock(this.#master), 'unlockpt');
		const name = Buffer.alloc(64);
		must(nameOf(this.#master, name, name.length), 'ptsname_r');
		this.#slave = openSync(name.subarray(0, name.indexOf(0)).toString(), O_RDWR | O_NOCTTY);
		this.#setSize(size);
		this.settingsBefore = this.settings();
		this.program = spawn(process.execPath, [script, ...args], {
			stdio: [this.#slave, this.#slave, this.#slave],
			env: { PATH: process.env['PATH'], TERM: 'xterm-256color', ...environment },
		});
		this.program.on('exit', (code, signal) => {
			this.#exit = { code, signal };
		});
	}

	/** The settings of its line (termios(3)), as text that can be compared. */
	settings(): string {
		const termios = Buffer.alloc(64);
		must(getAttributes(this.#slave, termios), 'tcgetattr');
		return termios.toString('hex');
	}

	type(text: string): void {
		writeSync(this.#master, text);
	}

	/** The terminal changes, and the program is told. */
	resize(size: readonly [columns: number, rows: number]): void {
		this.#setSize(size);
		this.program.kill('SIGWINCH');
	}

	/** Waits until something has been written since a place in {@link written}. */
	async shows(pattern: RegExp, since = 0): Promise<void> {
		try {
			await waitFor(withTimeout(background, deadline), () => this.#read() || pattern.test(this.written.slice(since)) || undefined, 20);
		} catch (error) {
			throw new Error(`${String(pattern)} was not written, but ${JSON.stringify(this.written.slice(since).slice(-2000))}`, {
				cause: error,
			});
		}
	}

	async exited(): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
		return await waitFor(withTimeout(background, deadline), () => this.#read() || this.#exit, 20);
	}

	async close(): Promise<void> {
		if (this.#exit === undefined) {
			const gone = once(this.program, 'exit');
			this.program.kill('SIGKILL');
			await gone;
		}
		closeSync(this.#slave);
		closeSync(this.#master);
	}

	#setSize([columns, rows]: readonly [columns: number, rows: number]): void {
		must(control(this.#master, setWindowSize, Uint16Array.of(rows, columns, 0, 0)), 'ioctl TIOCSWINSZ');
	}

	/** Takes what there is. */
	#read(): undefined {
		const buffer = Buffer.alloc(65_536);
		try {
			for (let count = 1; count > 0; ) {
				count = readSync(this.#master, buffer);
				this.written += buffer.toString('utf8', 0, count);
			}
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
		}
		return undefined;
	}
}

/** Milliseconds that a program has to write what is expected, also on a machine that has much to do. */
const deadline = 60_000;

/** TIOCSWINSZ (asm-generic/ioctls.h). */
const setWindowSize = 0x5414;

function must(result: unknown, call: string): number {
	if (typeof result !== 'number' || result < 0) throw new Error(`${call} has failed: errno ${koffi.errno()}`);
	return result;
}
