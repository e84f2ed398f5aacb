import { end, isBlankBreakOrEnd, isBreak } from './characters.ts';
import { Cursor } from './cursor.ts';
import type { YamlLimits } from './limits.ts';
import type { SourceText } from './node.ts';
import { scanAnchor } from './scan-anchor.ts';
import { scanBlockScalar } from './scan-block.ts';
import { scanDirective } from './scan-directive.ts';
import { scanPlainScalar } from './scan-plain.ts';
import { scanQuotedScalar } from './scan-quoted.ts';
import { scanTag } from './scan-tag.ts';
import { skipComments, skipLineComment } from './skip-comments.ts';
import { type Token, type TokenType, token } from './token.ts';
import { TokenQueue } from './token-queue.ts';
import { yamlError } from './yaml-error.ts';

/**
 * Cuts a text into tokens as go-yaml does, down to what it accepts and where it gives up.
 *
 * Two things make it more than a tokenizer. Indentation becomes tokens: a block begins where a `-`, a `?` or a key
 * stands further to the right than the block around it, and ends where the text returns to the left. And a key without
 * `?` is only known as one when its `:` comes: so every place where a key may begin is remembered, and tokens are
 * handed out only when no such place is at the head of the queue, or when three are waiting. The number three is
 * go-yaml's and can be seen: a key that has left the queue when its `:` comes is an error.
 */
export class Scanner {
	readonly #cursor: Cursor;
	readonly #limits: YamlLimits;
	readonly #queue = new TokenQueue();

	/** The column of the block that we are in, -1 at the root. */
	#indent = -1;
	readonly #indents: number[] = [];
	#flowLevel = 0;

	#keyAllowed = true;
	#keyPossible = false;
	#key: PossibleKey = noKey;
	readonly #outerKeys: PossibleKey[] = [];

	constructor(source: SourceText, limits: YamlLimits) {
		this.#cursor = new Cursor(source);
		this.#limits = limits;
	}

	/** The type of the next token. Throws ConfigError `syntax` when the text cannot be cut. */
	peek(): TokenType {
		const next = this.next();
		return next.ahead === 0 ? next.type : next.ahead === 1 ? 'key' : 'block-map';
	}

	/** The next token, or the one that the next token stands ahead of: they begin at the same place. */
	next(): Token {
		while (!this.#headIsCertain()) this.#fetch();
		return this.#queue.first;
	}

	/** Steps over the next token. */
	skip(): void {
		this.next();
		this.#queue.skip();
	}

	#headIsCertain(): boolean {
		if (this.#queue.waiting < 3) return false;
		const outermost = this.#outerKeys[0] ?? (this.#keyPossible ? this.#key : undefined);
		return outermost?.number !== this.#queue.firstNumber;
	}

	#push(added: Token): void {
		this.#queue.add(added);
		// a flow collection waits as a whole, because it may be a key: few tokens make a node, so these are too many
		if (this.#queue.waiting > 3 * this.#limits.nodes) throw this.#error(`exceeded max number of ${this.#limits.nodes} nodes`);
	}

	/** Adds the token of an indicator that is `length` characters long, and steps over it. */
	#pushIndicator(type: TokenType, length = 1): void {
		const from = this.#cursor.at;
		this.#cursor.at += length;
		this.#push(token(type, from, this.#cursor.at));
	}

	#fetch(): void {
		const cursor = this.#cursor;
		const from = cursor.at;
		this.#skipToToken();
		this.#closeBlocks(cursor.column, from);

		const code = cursor.code();
		if (code === end) return this.#fetchEnd();
		if (code === 0x25 && cursor.at === cursor.lineStart) {
			this.#leaveBlocks(cursor.at);
			return this.#push(scanDirective(cursor));
		}
		if (cursor.atDocumentMarker()) {
			this.#leaveBlocks(cursor.at);
			return this.#pushIndicator(code === 0x2d ? 'document-start' : 'document-end', 3);
		}

		this.#fetchContent(code);
		if (this.#queue.lastType !== 'entry') skipLineComment(this.#cursor);
	}

	#fetchContent(code: number): void {
		const next = this.#cursor.code(1);
		switch (code) {
			case 0x5b:
				return this.#openFlow('flow-seq');
			case 0x7b:
				return this.#openFlow('flow-map');
			case 0x5d:
				return this.#closeFlow('flow-seq-end');
			case 0x7d:
				return this.#closeFlow('flow-map-end');
			case 0x2c:
				this.#dropKey();
				this.#keyAllowed = true;
				return this.#pushIndicator('comma');
			case 0x2d:
				return isBlankBreakOrEnd(next) ? this.#fetchEntry() : this.#fetchPlain();
			case 0x3f:
				return isBlankBreakOrEnd(next) ? this.#fetchKey() : this.#fetchPlain();
			case 0x3a:
				if (isBlankBreakOrEnd(next) || (this.#flowLevel > 0 && !this.#afterSeqIndicator())) return this.#fetchValue();
				return this.#fetchPlain();
			case 0x2a:
			case 0x26:
				this.#startKey();
				return this.#push(scanAnchor(this.#cursor));
			case 0x21:
				this.#startKey();
				return this.#push(scanTag(this.#cursor));
			case 0x22:
			case 0x27:
				this.#startKey();
				return this.#push(scanQuotedScalar(this.#cursor));
			case 0x7c:
			case 0x3e:
				if (this.#flowLevel > 0) break;
				this.#dropKey();
				this.#keyAllowed = true;
				return this.#push(scanBlockScalar(this.#cursor, this.#indent));
			case 0x09:
			case 0x23:
			case 0x25:
			case 0x40:
			case 0x60:
				break;
			default:
				return this.#fetchPlain();
		}
		throw this.#cursor.error('while scanning for the next token', this.#cursor.at, 'found character that cannot start any token');
	}

	#fetchEnd(): void {
		// the stream ends on a line of its own, whether the text ends with a line break or not
		const at = this.#cursor.column === 1 ? this.#cursor.at : this.#cursor.at + 1;
		this.#leaveBlocks(at);
		this.#key = noKey;
		this.#outerKeys.length = 0;
		this.#push(token('stream-end', at, at));
	}

	#fetchPlain(): void {
		this.#startKey();
		const { token: scalar, crossedLine } = scanPlainScalar(this.#cursor, this.#indent + 1, this.#flowLevel > 0);
		this.#push(scalar);
		if (crossedLine) this.#keyAllowed = true;
	}

	#fetchEntry(): void {
		if (this.#flowLevel === 0) {
			if (!this.#keyAllowed) throw this.#error('block sequence entries are not allowed in this context');
			this.#openBlock('block-seq');
		}
		this.#dropKey();
		this.#keyAllowed = true;
		this.#pushIndicator('entry');
	}

	#fetchKey(): void {
		if (this.#flowLevel === 0) {
			if (!this.#keyAllowed) throw this.#error('mapping keys are not allowed in this context');
			this.#openBlock('block-map');
		}
		this.#dropKey();
		this.#keyAllowed = this.#flowLevel === 0;
		this.#pushIndicator('key');
	}

	#fetchValue(): void {
		if (this.#keyPossible && this.#key.lineStart === this.#cursor.lineStart) {
			this.#confirmKey(this.#key);
			this.#keyAllowed = false;
		} else {
			if (this.#flowLevel === 0) {
				if (!this.#keyAllowed) throw this.#error('mapping values are not allowed in this context');
				this.#openBlock('block-map');
			}
			this.#keyAllowed = this.#flowLevel === 0;
		}
		this.#pushIndicator('value');
	}

	/** Puts a key, and the block map that it may begin, in front of the token that turned out to be one. */
	#confirmKey(key: PossibleKey): void {
		const opens = this.#flowLevel === 0 && this.#enterBlock(key.column);
		if (!this.#queue.putAhead(key.number, opens ? 2 : 1)) {
			this.#push(token('key', key.at, key.at));
			if (opens) this.#push(token('block-map', key.at, key.at));
		}
		this.#keyPossible = false;
		this.#key = { ...key, required: false };
	}

	#openFlow(type: 'flow-seq' | 'flow-map'): void {
		this.#saveKey();
		this.#flowLevel++;
		this.#checkDepth(this.#flowLevel, 'while increasing flow level');
		if (this.#keyPossible) this.#outerKeys.push(this.#key);
		this.#key = noKey;
		this.#keyAllowed = true;
		this.#pushIndicator(type);
	}

	#closeFlow(type: 'flow-seq-end' | 'flow-map-end'): void {
		this.#dropKey();
		if (this.#flowLevel > 0) {
			this.#flowLevel--;
			if (this.#outerKeys.at(-1)?.flowLevel === this.#flowLevel) {
				this.#key = this.#outerKeys.pop() as PossibleKey;
				this.#keyPossible = true;
			}
		}
		this.#keyAllowed = false;
		this.#pushIndicator(type);
	}

	/** In a flow collection, right behind `[` or a `,`: a `:` there begins a scalar. */
	#afterSeqIndicator(): boolean {
		const last = this.#queue.lastType;
		return last === 'comma' || last === 'flow-seq';
	}

	#openBlock(type: 'block-seq' | 'block-map'): void {
		if (this.#enterBlock(this.#cursor.column)) this.#push(token(type, this.#cursor.at, this.#cursor.at));
	}

	/** Says whether a block begins in that column, and enters it if so. */
	#enterBlock(column: number): boolean {
		if (this.#indent >= column) return false;
		this.#indents.push(this.#indent);
		this.#indent = column;
		this.#checkDepth(this.#indents.length, 'while increasing indent level');
		return true;
	}

	#checkDepth(depth: number, doing: string): void {
		if (depth > this.#limits.depth) throw this.#cursor.error(doing, this.#cursor.at, `exceeded max depth of ${this.#limits.depth}`);
	}

	/** Ends the blocks that stand to the right of a column; `at` is where. */
	#closeBlocks(column: number, at: number): void {
		if (this.#flowLevel > 0) return;
		while (this.#indent > column) {
			this.#push(token('block-end', at, at));
			this.#indent = this.#indents.pop() as number;
		}
	}

	#leaveBlocks(at: number): void {
		this.#closeBlocks(-1, at);
		this.#dropKey(at);
		this.#keyAllowed = false;
	}

	/** A token begins that may be a key; what comes behind it, on its line, may not. */
	#startKey(): void {
		this.#saveKey();
		this.#keyAllowed = false;
	}

	#saveKey(): void {
		if (!this.#keyAllowed) return;
		this.#dropKey();
		const { at, column, lineStart } = this.#cursor;
		this.#keyPossible = true;
		this.#key = {
			at,
			column,
			lineStart,
			number: this.#queue.nextNumber,
			flowLevel: this.#flowLevel,
			required: this.#flowLevel === 0 && this.#indent === column,
		};
	}

	#dropKey(at = this.#cursor.at): void {
		if (this.#key.required) {
			const context = { doing: 'while scanning a simple key', at: this.#key.at };
			throw yamlError(this.#cursor.source, 'scanner', at, "could not find expected ':'", context);
		}
		this.#keyPossible = false;
	}

	/** Blanks, comments and line breaks. A tab is one of the blanks unless a block may begin behind it. */
	#skipToToken(): void {
		const cursor = this.#cursor;
		if (cursor.at === 0 && cursor.code() === 0xfe_ff) cursor.at++;
		for (;;) {
			while (cursor.code() === 0x20 || (cursor.code() === 0x09 && (this.#flowLevel > 0 || !this.#keyAllowed))) cursor.at++;
			if (cursor.code() === 0x23) skipComments(cursor);
			if (!isBreak(cursor.code())) return;
			cursor.skipBreak();
			if (this.#flowLevel === 0) this.#keyAllowed = true;
		}
	}

	#error(problem: string): Error {
		return yamlError(this.#cursor.source, 'scanner', this.#cursor.at, problem);
	}
}

/** A place where a key may have begun. */
interface PossibleKey {
	readonly at: number;
	readonly column: number;
	readonly lineStart: number;
	/** The number of the token there. */
	readonly number: number;
	readonly flowLevel: number;
	/** At the column of its block: if it is no key, it is an error. */
	readonly required: boolean;
}

const noKey: PossibleKey = { at: 0, column: 0, lineStart: -1, number: 0, flowLevel: 0, required: false };
