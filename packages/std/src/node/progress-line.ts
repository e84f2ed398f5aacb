import type { WriteStream } from 'node:tty';

/** Shows what is waited for now: one line that is replaced on a terminal, a line for each change elsewhere. */
export class ProgressLine {
	readonly #stream: WriteStream | NodeJS.WritableStream;
	readonly #terminal: boolean;
	readonly #started = Date.now();
	#shown = '';

	constructor(stream: WriteStream | NodeJS.WritableStream) {
		this.#stream = stream;
		this.#terminal = 'isTTY' in stream && stream.isTTY;
	}

	readonly show = (what: string): void => {
		if (what === this.#shown) return;
		this.#shown = what;
		const seconds = `${Math.round((Date.now() - this.#started) / 1000)} s`.padStart(6);
		if (!this.#terminal) {
			this.#stream.write(`${seconds}  ${what}\n`);
			return;
		}
		const width = ('columns' in this.#stream ? this.#stream.columns : undefined) ?? 80;
		this.#stream.write(`${eraseLine}${`${seconds}  ${what}`.slice(0, width - 1)}`);
	};

	/** Leaves the terminal as it was: what is printed next stands at the beginning of a line. */
	clear(): void {
		if (this.#terminal) this.#stream.write(eraseLine);
		this.#shown = '';
	}

	/** A line that stays. */
	note(text: string): void {
		this.clear();
		this.#stream.write(`${text}\n`);
	}
}

/** Back to the first column, and nothing to the right of it (ECMA-48 EL). */
const eraseLine = '\r\u001b[K';
