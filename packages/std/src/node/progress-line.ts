import type { WriteStream } from 'node:tty';

/**
 * Shows what is waited for now, and for how long it all takes: one line that is replaced on a terminal, and goes on
 * counting while nothing else happens; a line for each change elsewhere.
 */
export class ProgressLine {
	readonly #stream: WriteStream | NodeJS.WritableStream;
	readonly #terminal: boolean;
	readonly #started = Date.now();
	#shown = '';
	#counting: NodeJS.Timeout | undefined;

	constructor(stream: WriteStream | NodeJS.WritableStream) {
		this.#stream = stream;
		this.#terminal = 'isTTY' in stream && stream.isTTY;
	}

	readonly show = (what: string): void => {
		if (what === this.#shown) return;
		this.#shown = what;
		if (!this.#terminal) {
			this.#stream.write(`${this.#text()}\n`);
			return;
		}
		this.#draw();
		this.#counting ??= setInterval(() => this.#draw(), 1000).unref();
	};

	/** Leaves the terminal as it was: what is printed next stands at the beginning of a line. */
	clear(): void {
		if (this.#terminal) this.#stream.write(eraseLine);
		clearInterval(this.#counting);
		this.#counting = undefined;
		this.#shown = '';
	}

	/** A line that stays. */
	note(text: string): void {
		this.clear();
		this.#stream.write(`${text}\n`);
	}

	#text(): string {
		return `${`${Math.round((Date.now() - this.#started) / 1000)} s`.padStart(6)}  ${this.#shown}`;
	}

	/** What is longer than the terminal is wide, or has more lines, would not be replaced; nor would the ^C that a terminal adds. */
	#draw(): void {
		const columns = 'columns' in this.#stream ? this.#stream.columns : 0;
		const [first = ''] = this.#text().split('\n');
		this.#stream.write(`${eraseLine}${first.slice(0, (columns || usualColumns) - 3)}`);
	}
}

/** Of a terminal that does not say how wide it is. */
const usualColumns = 80;

/** Back to the first column, and nothing to the right of it (ECMA-48 EL). */
const eraseLine = '\r\u001b[K';
