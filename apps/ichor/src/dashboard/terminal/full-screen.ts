import type { ReadStream, WriteStream } from 'node:tty';
import type { Terminal } from '../../command/terminal.ts';
import type { Size } from '../screen/frame.ts';
import { keysOf } from '../screen/keys.ts';
import type { Line } from '../screen/line.ts';
import { paint } from './paint.ts';

/** Who draws is told of this. */
export interface FullScreenEvents {
	readonly key: (key: string) => void;
	/** The size has changed, or nothing is known any more of what the terminal shows. */
	readonly redraw: () => void;
	/** The terminal has gone, or the process was told to end. */
	readonly end: () => void;
}

/**
 * The whole terminal, for as long as it is held: its other screen, no cursor, every key at once. Released it is as it
 * was, also when the process ends by an exception, by a signal that can be caught, or by exit; while the process is
 * stopped the user has it back.
 */
export class FullScreen {
	readonly #terminal: Terminal;
	readonly #input: ReadStream;
	readonly #output: WriteStream;
	readonly #events: FullScreenEvents;
	#shown: readonly Line[] | undefined;
	#held = false;

	constructor(terminal: Terminal, input: ReadStream, output: WriteStream, events: FullScreenEvents) {
		this.#terminal = terminal;
		this.#input = input;
		this.#output = output;
		this.#events = events;
	}

	hold(): void {
		process.on('exit', this.#restore);
		for (const signal of endings) process.on(signal, this.#events.end);
		process.on('SIGTSTP', this.#stop);
		process.on('SIGCONT', this.#take);
		this.#output.on('resize', this.#forget);
		this.#input.on('data', this.#read);
		this.#input.on('end', this.#events.end);
		this.#input.on('error', this.#events.end);
		this.#take();
	}

	release(): void {
		this.#restore();
		process.removeListener('exit', this.#restore);
		for (const signal of endings) process.removeListener(signal, this.#events.end);
		process.removeListener('SIGTSTP', this.#stop);
		process.removeListener('SIGCONT', this.#take);
		this.#output.removeListener('resize', this.#forget);
		this.#input.removeListener('data', this.#read);
		this.#input.removeListener('end', this.#events.end);
		this.#input.removeListener('error', this.#events.end);
		this.#input.pause();
	}

	/** A terminal of unknown size has the usual one. */
	size(): Size {
		return { columns: this.#output.columns || 80, rows: this.#output.rows || 24 };
	}

	draw(lines: readonly Line[]): void {
		if (!this.#held) return;
		const text = paint(lines, this.#shown, this.#terminal.colored());
		this.#shown = lines;
		if (text !== '') this.#terminal.out(text);
	}

	readonly #take = (): void => {
		this.#held = true;
		this.#input.setRawMode(true);
		this.#terminal.out(enter);
		this.#forget();
	};

	readonly #restore = (): void => {
		if (!this.#held) return;
		this.#held = false;
		try {
			this.#terminal.out(leave);
			this.#input.setRawMode(false);
		} catch {
			// a terminal that has gone needs no restoring
		}
	};

	readonly #stop = (): void => {
		this.#restore();
		process.kill(process.pid, 'SIGSTOP');
	};

	readonly #forget = (): void => {
		this.#shown = undefined;
		this.#events.redraw();
	};

	readonly #read = (bytes: Buffer): void => {
		for (const key of keysOf(bytes.toString('utf8'))) this.#events.key(key);
	};
}

/** Those that would end the process beside SIGINT and SIGTERM, which every command that talks to nodes minds. */
const endings = ['SIGHUP', 'SIGQUIT'] as const;

/** The other screen (xterm's 1049), no cursor (DECTCEM), no wrapping at the margin (DECAWM). */
const enter = '\u001B[?1049h\u001B[?25l\u001B[?7l';
const leave = '\u001B[0m\u001B[?7h\u001B[?25h\u001B[?1049l';
