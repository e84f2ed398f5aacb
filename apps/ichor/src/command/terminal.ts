import { readSync, writeSync } from 'node:fs';

/** Where a command speaks and listens. The process has one; tests make theirs. */
export interface Terminal {
	/** To standard output, exactly this and at once. */
	out(text: string | Uint8Array): void;
	/** A line to standard error. */
	err(line: string): void;
	/** The next word of standard input, and the one character behind it; empty at its end and for an empty line. */
	readWord(): string;
	/** The next line of standard input without its end; undefined when there is none. */
	readLine(): string | undefined;
	/** Whether standard output is a terminal, before which somebody may sit who can be asked. */
	interactive(): boolean;
	/** The width of standard error when it is a terminal. */
	errorColumns(): number | undefined;
	/** Whether standard output shows colors: a terminal that is not dumb, without NO_COLOR (no-color.org). */
	colored(): boolean;
	readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The terminal, pipe or file that this process was started with. Written synchronously: nothing is lost on exit. */
export function processTerminal(): Terminal {
	return {
		out: (text) => writeAll(1, text),
		err: (line) => writeAll(2, `${line}\n`),
		readWord,
		readLine,
		interactive: () => process.stdout.isTTY,
		// a terminal of unknown size says that it has no columns
		errorColumns: () => (process.stderr.isTTY ? process.stderr.columns || 80 : undefined),
		colored: () => process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
		environment: process.env,
	};
}

function writeAll(descriptor: number, text: string | Uint8Array): void {
	let rest = typeof text === 'string' ? Buffer.from(text) : text;
	while (rest.length > 0) {
		try {
			rest = rest.subarray(writeSync(descriptor, rest));
		} catch (error) {
			// A pipe that somebody made non-blocking and that is full: there is no event to wait for in the middle of a call.
			if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
		}
	}
}

function readWord(): string {
	const byte = Buffer.alloc(1);
	let word = '';
	while (readSync(0, byte) === 1) {
		const character = byte.toString('latin1');
		if (character === '\n') break;
		if (!/\s/.test(character)) word += character;
		else if (word !== '') break;
	}
	return word;
}

function readLine(): string | undefined {
	const byte = Buffer.alloc(1);
	const bytes: number[] = [];
	while (readSync(0, byte) === 1) {
		if (byte[0] === newline) return Buffer.from(bytes).toString();
		bytes.push(byte[0] ?? 0);
	}
	// as bufio: a line that has no end is none
	return undefined;
}

const newline = 10;
