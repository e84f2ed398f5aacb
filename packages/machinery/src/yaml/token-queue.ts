import type { Token, TokenType } from './token.ts';

/** Tokens that wait for what comes behind them. Each has a number: how many came before it, but for those ahead of others. */
export class TokenQueue {
	readonly #tokens: Token[] = [];
	#head = 0;
	#waiting = 0;
	#headNumber = 0;

	/** How many tokens wait, those ahead of others included. */
	get waiting(): number {
		return this.#waiting;
	}

	/** Only while one waits. */
	get first(): Token {
		return this.#tokens[this.#head] as Token;
	}

	get firstNumber(): number {
		return this.#headNumber;
	}

	/** The number that the next token to be added will have. */
	get nextNumber(): number {
		return this.#headNumber + this.#tokens.length - this.#head;
	}

	/** Of the token that was added last, whether it still waits or not. */
	get lastType(): TokenType | undefined {
		return this.#tokens.at(-1)?.type;
	}

	add(token: Token): void {
		if (this.#head > 256) {
			this.#tokens.splice(0, this.#head);
			this.#head = 0;
		}
		this.#tokens.push(token);
		this.#waiting++;
	}

	/** Steps over the first token, or over one that stands ahead of it. */
	skip(): void {
		const { first } = this;
		this.#waiting--;
		if (first.ahead > 0) {
			first.ahead--;
			return;
		}
		this.#head++;
		this.#headNumber++;
	}

	/** Puts tokens in front of the one with a number; false when that one does not wait any more, or has not come yet. */
	putAhead(number: number, count: 1 | 2): boolean {
		const token = number < this.#headNumber ? undefined : this.#tokens[this.#head + number - this.#headNumber];
		if (token === undefined) return false;
		token.ahead = count;
		this.#waiting += count;
		return true;
	}
}
