import type { PathNode } from './path.ts';
import { unquote } from './unquote.ts';

/**
 * Reads a template: texts, and paths in braces.
 *
 * @throws Error in the words of kubectl's parser (k8s.io/client-go, util/jsonpath)
 */
export function parsePath(template: string): readonly PathNode[] {
	return new Parser(template).template();
}

/** A word ends here. */
const terminators = ' \t\r\n.,[]$@{}';
const alphanumeric = /[_\p{L}\p{Nd}]/u;

class Parser {
	/** By characters, not by UTF-16 units. */
	readonly #input: readonly string[];
	#at = 0;

	constructor(input: string) {
		this.#input = [...input];
	}

	template(): readonly PathNode[] {
		const nodes: PathNode[] = [];
		while (this.#at < this.#input.length) {
			const text = this.#until('{');
			if (text !== '') nodes.push({ kind: 'text', text });
			if (this.#at === this.#input.length) break;
			this.#at++;
			nodes.push({ kind: 'list', nodes: this.#action() });
		}
		return nodes;
	}

	/** What stands between braces, behind the first of them. */
	#action(): readonly PathNode[] {
		const nodes: PathNode[] = [];
		for (;;) {
			const character = this.#input[this.#at];
			if (character === undefined || character === '\n' || character === '\r') throw new Error('unclosed action');
			if (character === '}') {
				this.#at++;
				return nodes;
			}
			nodes.push(...this.#step(character, nodes.at(-1)));
		}
	}

	#step(character: string, before: PathNode | undefined): readonly PathNode[] {
		if (this.#starts('[?(')) return [this.#filter()];
		if (this.#starts('..')) return this.#recursive(before);
		if (' @$'.includes(character)) {
			this.#at++;
			return [];
		}
		if (character === '[') return this.#brackets();
		if (character === '"' || character === "'") return [{ kind: 'text', text: this.#quoted(character) }];
		if (character === '.') {
			this.#at++;
			return [this.#field()];
		}
		if (/[-+\p{Nd}]/u.test(character)) return [this.#number()];
		if (alphanumeric.test(character)) return [this.#word()];
		const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
		throw new Error(`unrecognized character in action: U+${code} '${character}'`);
	}

	#recursive(before: PathNode | undefined): readonly PathNode[] {
		if (before?.kind === 'recursive') throw new Error('invalid multiple recursive descent');
		this.#at += 2;
		const named = alphanumeric.test(this.#input[this.#at] ?? '');
		return [{ kind: 'recursive' }, ...(named ? [this.#field()] : [])];
	}

	/** A name, in which a backslash takes the meaning from what follows. */
	#field(): PathNode {
		let name = '';
		for (; this.#at < this.#input.length; this.#at++) {
			const character = this.#input[this.#at] ?? '';
			if (character === '\\') name += this.#input[++this.#at] ?? '';
			else if (terminators.includes(character)) break;
			else name += character;
		}
		return name === '*' ? { kind: 'wildcard' } : { kind: 'field', name: name.replaceAll('\\', '') };
	}

	#word(): PathNode {
		const word = this.#while((character) => !terminators.includes(character));
		return word === 'true' || word === 'false' ? { kind: 'constant', value: word === 'true' } : { kind: 'word', word };
	}

	#number(): PathNode {
		const sign = '+-'.includes(this.#input[this.#at] ?? '') ? this.#input[this.#at++] : '';
		const text = `${sign}${this.#while((character) => /[.\p{Nd}]/u.test(character))}`;
		if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(text)) throw new Error(`cannot parse number ${text}`);
		return { kind: 'constant', value: Number(text) };
	}

	#quoted(quote: string): string {
		const start = this.#at++;
		for (;;) {
			const character = this.#input[this.#at++];
			if (character === undefined || character === '\n') throw new Error('unterminated quoted string');
			if (character === quote && this.#input[this.#at - 2] !== '\\') break;
		}
		return unquote(this.#input.slice(start, this.#at).join(''));
	}

	/** `[0]`, `[1:3]`, `[*]`, `['name']`, and several of them between commas. */
	#brackets(): readonly PathNode[] {
		const start = this.#at;
		while (this.#input[this.#at] !== ']') {
			if (this.#input[this.#at] === undefined || this.#input[this.#at] === '\n') throw new Error('unterminated array');
			this.#at++;
		}
		const text = this.#input.slice(start + 1, this.#at++).join('');
		const parts = text.split(',');
		if (parts.length > 1) return [{ kind: 'union', alternatives: parts.map((part) => actionOf(`[${part.replace(/^ +| +$/g, '')}]`)) }];
		const [, key] = /^'([^']*)'$/.exec(text) ?? [];
		return key === undefined ? [sliceOf(text === '*' ? ':' : text)] : [actionOf(`.${key}`)];
	}

	#filter(): PathNode {
		this.#at += 3;
		const start = this.#at;
		let quote = '';
		let closed = false;
		for (;;) {
			const character = this.#input[this.#at++];
			if (character === undefined || character === '\n') throw new Error('unterminated filter');
			if (character === '"' || character === "'") {
				if (quote === '') quote = character;
				else if (character === quote && this.#input[this.#at - 2] !== '\\') closed = true;
			} else if (character === ')' && (quote === '') === !closed) break;
		}
		const text = this.#input.slice(start, this.#at - 1).join('');
		if (this.#input[this.#at++] !== ']') throw new Error('unclosed array expect ]');
		const [, left, operator, right] = /^([^!<>=]+)([!<>=]+)(.+?)$/.exec(text) ?? [];
		if (left === undefined || operator === undefined || right === undefined) {
			return { kind: 'filter', left: actionOf(text), operator: 'exists', right: { kind: 'list', nodes: [] } };
		}
		return { kind: 'filter', left: actionOf(left), operator, right: actionOf(right) };
	}

	#starts(text: string): boolean {
		return [...text].every((character, index) => this.#input[this.#at + index] === character);
	}

	#until(stop: string): string {
		return this.#while((character) => character !== stop);
	}

	#while(goesOn: (character: string) => boolean): string {
		const start = this.#at;
		while (this.#at < this.#input.length && goesOn(this.#input[this.#at] ?? '')) this.#at++;
		return this.#input.slice(start, this.#at).join('');
	}
}

function actionOf(text: string): PathNode {
	const [action] = parsePath(`{${text}}`);
	return action ?? { kind: 'list', nodes: [] };
}

function sliceOf(text: string): PathNode {
	const [, first, end, step] = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/.exec(text) ?? [];
	if (first === undefined) throw new Error(`invalid array index ${text}`);
	if (end === undefined && first !== '') return { kind: 'element', index: indexOf(first) ?? 0 };
	return { kind: 'slice', first: indexOf(first), end: end === undefined ? 1 : indexOf(end.slice(1)), step: indexOf(step?.slice(1)) };
}

function indexOf(text: string | undefined): number | undefined {
	if (text === undefined || text === '') return undefined;
	if (text === '-') throw new Error(`array index ${text} is not a number`);
	return Number(text);
}
