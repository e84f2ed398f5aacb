import type { Terminal } from '../command/terminal.ts';

export interface ProgressUpdate {
	/** One line or several. */
	readonly message: string;
	readonly status: 'error' | 'running' | 'succeeded' | 'skipped';
}

/**
 * Shows how something goes on standard error. On a terminal the last message stays in place, colored and with a spinner
 * while it runs; elsewhere every message that differs from the one before is a line of its own.
 */
export class ProgressReporter {
	readonly #terminal: Terminal;
	readonly #plain: boolean;
	#last = '';
	#replaceable = false;
	#turn = 0;

	/** @param mode `plain` writes lines also on a terminal */
	constructor(terminal: Terminal, mode: 'auto' | 'plain' = 'auto') {
		this.#terminal = terminal;
		this.#plain = mode === 'plain' || terminal.errorColumns() === undefined;
	}

	/** Whether a message takes the place of the one before. */
	get inPlace(): boolean {
		return !this.#plain;
	}

	report({ message, status }: ProgressUpdate): void {
		const text = message.trim().replaceAll('\t', '    ');
		if (this.#plain) {
			if (text !== this.#last) this.#terminal.err(text);
			this.#last = text;
			return;
		}
		const turning = status === 'running' || status === 'error';
		const shown = turning ? `${spinner[this.#turn]} ${text}` : text;
		const before = this.#replaceable;
		this.#replaceable = turning;
		if (shown === this.#last) return;
		if (turning) this.#turn = (this.#turn + 1) % spinner.length;
		const color = this.#terminal.colored() ? colors[status] : undefined;
		const colored = color === undefined ? shown : `\u001B[${color}m${shown}\u001B[0m`;
		this.#terminal.err(`${before ? this.#erasure() : ''}${colored}`);
		this.#last = shown;
	}

	/** Moves up over the lines that the last message took, and clears them. */
	#erasure(): string {
		const columns = this.#terminal.errorColumns() ?? 80;
		const rows = this.#last.split('\n').reduce((sum, line) => sum + Math.ceil([...line].length / columns), 0);
		return '\u001B[A\u001B[K'.repeat(rows);
	}
}

const spinner = ['◰', '◳', '◲', '◱'];

/** ECMA-48 SGR: red, yellow, green, blue. */
const colors = { error: 31, running: 33, succeeded: 32, skipped: 34 } as const;
