import type { Terminal } from './terminal.ts';

/** A terminal that remembers what was written to it and answers from a list. For tests. */
export class FakeTerminal implements Terminal {
	output = '';
	errors = '';
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly #words: string[];

	constructor(environment: Readonly<Record<string, string | undefined>> = {}, words: readonly string[] = []) {
		this.environment = environment;
		this.#words = [...words];
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
}
