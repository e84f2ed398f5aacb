import { binaryOperators } from './ast.ts';
import type { CelIssue } from './issues.ts';
import type { CelToken } from './lexer.ts';

/** The expression cannot be read any further. */
export class Unreadable extends Error {
	readonly issue: CelIssue;

	constructor(at: number | undefined, message: string) {
		super(message);
		this.issue = { at, message };
	}
}

/**
 * Goes through the tokens of an expression, and mends what a single token would mend: one too many is left out, a missing
 * bracket made up. Issues are worded as the parser generator behind Talos words them.
 */
export class TokenReader {
	readonly #tokens: readonly CelToken[];
	readonly #issues: CelIssue[];
	/** For each expression that is being read, the tokens that end it. */
	readonly #followers: (readonly string[])[] = [];
	#next = 0;

	/** The last token is the end. */
	constructor(tokens: readonly CelToken[], issues: CelIssue[]) {
		this.#tokens = tokens;
		this.#issues = issues;
	}

	peek(ahead = 0): CelToken {
		const last = this.#tokens.length - 1;
		const token = this.#tokens[Math.min(this.#next + ahead, last)];
		if (token === undefined) throw new Error('an expression without an end');
		return token;
	}

	/** The end is never taken. */
	take(): CelToken {
		const token = this.peek();
		if (token.type !== 'end') this.#next++;
		return token;
	}

	skip(count: number): void {
		this.#next += count;
	}

	at(text: string, ahead = 0): boolean {
		const { type, text: found } = this.peek(ahead);
		return found === text && (type === 'punctuation' || type === 'end');
	}

	/** Reads an expression that the given tokens may end. */
	before<T>(followers: readonly string[], read: () => T): T {
		this.#followers.push(followers);
		const result = read();
		this.#followers.pop();
		return result;
	}

	/** Takes the token; anything that cannot be mended ends the reading. */
	expect(text: string): CelToken {
		if (this.at(text)) return this.take();
		const found = this.peek();
		const wanted = text === '<EOF>' ? text : `'${text}'`;
		if (found.type !== 'end' && this.at(text, 1)) {
			this.#leaveOut(wanted);
			return this.take();
		}
		if (text !== '<EOF>' && text !== ':' && this.#mayFollow(found)) {
			this.report(found.at, `Syntax error: missing ${wanted} at '${found.text}'`);
			return { type: 'punctuation', text, at: found.at };
		}
		throw new Unreadable(found.at, `Syntax error: mismatched input '${found.text}' expecting ${wanted}`);
	}

	/** Makes sure that a token of the kind stands next. `wanted` is how messages call the kind. */
	require(wanted: string, fits: (token: CelToken) => boolean): void {
		const found = this.peek();
		if (fits(found)) return;
		if (found.type === 'end' || !fits(this.peek(1))) {
			throw new Unreadable(found.at, `Syntax error: mismatched input '${found.text}' expecting ${wanted}`);
		}
		this.#leaveOut(wanted);
	}

	report(at: number, message: string): void {
		this.#issues.push({ at, message });
	}

	#leaveOut(wanted: string): void {
		const { at, text } = this.take();
		this.report(at, `Syntax error: extraneous input '${text}' expecting ${wanted}`);
	}

	/** Whether the token can stand behind a closing bracket here. */
	#mayFollow(token: CelToken): boolean {
		if (binaryOperators.has(token.text)) return true;
		if (token.type !== 'punctuation' && token.type !== 'end') return false;
		return ['.', '[', '?', ...(this.#followers.at(-1) ?? [])].includes(token.text);
	}
}
