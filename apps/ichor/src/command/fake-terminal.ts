import type { Terminal } from './terminal.ts';

/** A terminal that remembers what was written to it and answers from a list. For tests. */
export class FakeTerminal implements Terminal {
	output = '';
	errors = '';
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly #words: string[];
	readonly #screen: { readonly columns: number; readonly colored: boolean } | undefined;

	/** @param screen what it is written to, when that is a terminal */
	constructor(
		environment: Readonly<Record<string, string | undefined>> = {},
		words: readonly string[] = [],
		screen?: { readonly columns: number; readonly colored: boolean },
	) {
		this.environment = environment;
		this.#words = [...words];
		this.#screen = screen;
	}

	out(text: string | Uint8Array): void {
		this.output += typeof text === 'string' ? text : new TextDecoder().decode(text);
	}

	err(line: string): void {
		this.errors += `${line}\n`;
	}

	readWord(): string {
		return this.#words.shift() ?? '';
	}

	readLine(): string | undefined {
		return this.#words.shift();
	}

	interactive(): boolean {
		return this.#screen !== undefined;
	}

	errorColumns(): number | undefined {
		return this.#screen?.columns;
	}

	colored(): boolean {
		return this.#screen?.colored ?? false;
	}
}
