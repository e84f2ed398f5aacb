import { type Answer, answerFor } from './answer.ts';
import type { Query } from './query.ts';

/** Answers for as long as they hold, the ones that nobody has asked for longest first to go. */
export class AnswerCache {
	readonly #answers = new Map<string, { readonly answer: Answer; readonly since: number }>();
	readonly #now: () => number;
	#bytes = 0;

	/** @param now milliseconds of a clock that is never set */
	constructor(now: () => number = () => performance.now()) {
		this.#now = now;
	}

	/** The answer to this query as it is now, undefined when there is none. */
	find(query: Query): Uint8Array | undefined {
		const known = this.#answers.get(query.key);
		if (known === undefined) return undefined;
		this.#remove(query.key);
		const age = Math.floor((this.#now() - known.since) / 1000);
		if (age >= known.answer.lifetime) return undefined;
		this.#insert(query.key, known);
		return answerFor(query, known.answer, age);
	}

	keep(query: Query, answer: Answer): void {
		if (answer.lifetime === 0) return;
		this.#remove(query.key);
		this.#insert(query.key, { answer, since: this.#now() });
		for (const oldest of this.#answers.keys()) {
			if (this.#bytes <= maxBytes && this.#answers.size <= maxAnswers) return;
			this.#remove(oldest);
		}
	}

	clear(): void {
		this.#answers.clear();
		this.#bytes = 0;
	}

	#insert(key: string, entry: { readonly answer: Answer; readonly since: number }): void {
		this.#answers.set(key, entry);
		this.#bytes += entry.answer.bytes.length;
	}

	#remove(key: string): void {
		const entry = this.#answers.get(key);
		if (entry === undefined) return;
		this.#answers.delete(key);
		this.#bytes -= entry.answer.bytes.length;
	}
}

/** Upstream: the cache of CoreDNS has 9,984 entries; this one also has a size, because it lives in PID 1's only child. */
const maxAnswers = 9984;
const maxBytes = 4 * 2 ** 20;
