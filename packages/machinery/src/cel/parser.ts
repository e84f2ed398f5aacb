import { binaryOperators, type CelConstant, type CelNode } from './ast.ts';
import type { CelIssue } from './issues.ts';
import { type CelToken, type CelTokenType, tokenize } from './lexer.ts';
import { constantOf } from './literals.ts';
import { expandMacro } from './macros.ts';
import { TokenReader, Unreadable } from './token-reader.ts';

export interface CelParseOptions {
	/** `a.?b`, `a[?b]`, `[?a]`, `{?a: b}` and the macros over optional values. */
	readonly optionals: boolean;
}

/**
 * Reads the text of an expression.
 *
 * All issues carry the wording and the places of Talos's own parser. After a syntax error that no single token mends, the
 * rest is not read.
 */
export function parseCel(
	source: string,
	options: CelParseOptions,
): { readonly node: CelNode | undefined; readonly issues: readonly CelIssue[] } {
	const size = Array.from(source).length;
	if (size > longestExpression) {
		const message = `expression code point size exceeds limit: size: ${size}, limit ${longestExpression}`;
		return { node: undefined, issues: [{ at: undefined, message }] };
	}
	const { tokens, issues } = tokenize(source);
	const reader = new TokenReader(tokens, issues);
	try {
		const node = new Parser(reader, options).expression('<EOF>');
		reader.expect('<EOF>');
		return { node: issues.length === 0 ? node : undefined, issues };
	} catch (thrown) {
		if (!(thrown instanceof Unreadable)) throw thrown;
		return { node: undefined, issues: [...issues, thrown.issue] };
	}
}

/** In code points, as upstream. */
const longestExpression = 100_000;

/** How deep one grammar rule may stand inside itself, chains of the same operator included. */
const deepestNesting = 250;

const unaryStart = "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}";

const reserved: ReadonlySet<string> = new Set(
	'as break const continue else for function if import let loop package namespace return var void while'.split(' '),
);

const literalTypes: ReadonlySet<CelTokenType> = new Set(['int', 'uint', 'float', 'string', 'bytes']);
const keywordConstants: ReadonlyMap<string, CelConstant> = new Map<string, CelConstant>([
	['true', { type: 'bool', value: true }],
	['false', { type: 'bool', value: false }],
	['null', { type: 'null', value: null }],
]);

type Rule = 'expression' | 'relation' | 'sum' | 'member';

class Parser {
	readonly #reader: TokenReader;
	readonly #optionals: boolean;
	readonly #depth: Record<Rule, number> = { expression: 0, relation: 0, sum: 0, member: 0 };

	constructor(reader: TokenReader, options: CelParseOptions) {
		this.#reader = reader;
		this.#optionals = options.optionals;
	}

	/** `followers` are the tokens that end the expression where it stands. */
	expression(...followers: string[]): CelNode {
		return this.#reader.before(followers, () => this.#conditional());
	}

	#conditional(): CelNode {
		return this.#within('expression', () => {
			const condition = this.#binary(2);
			if (!this.#reader.at('?')) return condition;
			const { at } = this.#reader.take();
			const whenTrue = this.#binary(2);
			this.#reader.expect(':');
			return { kind: 'call', at, name: '_?_:_', args: [condition, whenTrue, this.#conditional()] };
		});
	}

	/** `||` and `&&` become balanced trees, everything below leans to the left. */
	#binary(precedence: number): CelNode {
		if (precedence <= 3) return this.#logical(precedence);
		if (precedence === 7) return this.#unary();
		const rule: Rule = precedence === 4 ? 'relation' : 'sum';
		return this.#within(rule, (deepen) => {
			let left = this.#binary(precedence + 1);
			for (let operator = this.#operator(precedence); operator !== undefined; operator = this.#operator(precedence)) {
				deepen();
				const { at } = this.#reader.take();
				left = { kind: 'call', at, name: operator, args: [left, this.#binary(precedence + 1)] };
			}
			return left;
		});
	}

	#logical(precedence: number): CelNode {
		const terms = [this.#binary(precedence + 1)];
		const places: number[] = [];
		let name = '';
		for (let operator = this.#operator(precedence); operator !== undefined; operator = this.#operator(precedence)) {
			name = operator;
			places.push(this.#reader.take().at);
			terms.push(this.#binary(precedence + 1));
		}
		return balanced(name, terms, places, 0, terms.length);
	}

	#operator(precedence: number): string | undefined {
		const { type, text } = this.#reader.peek();
		if (type !== 'punctuation' && text !== 'in') return undefined;
		const operator = binaryOperators.get(text);
		return operator?.precedence === precedence ? operator.name : undefined;
	}

	#unary(): CelNode {
		this.#reader.require(unaryStart, startsUnary);
		const first = this.#reader.peek();
		if ((first.text !== '!' && first.text !== '-') || this.#isSignedNumber()) return this.#member();
		let count = 0;
		while (this.#reader.at(first.text)) {
			this.#reader.take();
			count++;
		}
		const next = this.#reader.peek();
		if (!startsUnary(next) || next.text === '!' || (next.text === '-' && !this.#isSignedNumber())) {
			throw noAlternative(first.text.repeat(count), next);
		}
		const operand = this.#member();
		return count % 2 === 0 ? operand : { kind: 'call', at: first.at, name: `${first.text}_`, args: [operand] };
	}

	#isSignedNumber(): boolean {
		const { type } = this.#reader.peek(1);
		return this.#reader.at('-') && (type === 'int' || type === 'float');
	}

	#member(): CelNode {
		return this.#within('member', (deepen) => {
			let node = this.#primary();
			for (;;) {
				if (this.#reader.at('.')) node = this.#selection(node);
				else if (this.#reader.at('[')) node = this.#index(node);
				else return node;
				deepen();
			}
		});
	}

	#selection(operand: CelNode): CelNode {
		const dot = this.#reader.take();
		const optional = this.#takeOptionalMark('.?', dot);
		const name = this.#reader.peek();
		if (!isField(name)) throw noAlternative('.', name);
		this.#reader.take();
		if (name.type === 'escaped' || optional || !this.#reader.at('(')) {
			if (!optional) return { kind: 'select', at: dot.at, operand, field: fieldName(name), presence: false };
			const key: CelNode = { kind: 'literal', at: name.at, constant: { type: 'string', value: fieldName(name) } };
			return { kind: 'call', at: dot.at, name: '_?._', args: [operand, key] };
		}
		const { at } = this.#reader.take();
		return this.#call(at, name.text, this.#arguments(), operand);
	}

	#index(operand: CelNode): CelNode {
		const bracket = this.#reader.take();
		const optional = this.#takeOptionalMark('[?', bracket);
		const index = this.expression(']');
		this.#reader.expect(']');
		return { kind: 'call', at: bracket.at, name: optional ? '_[?_]' : '_[_]', args: [operand, index] };
	}

	#primary(): CelNode {
		const token = this.#reader.peek();
		if (token.text === '(' || token.text === '[' || token.text === '{') return this.#bracketed(this.#reader.take());
		const keyword = keywordConstants.get(token.text);
		if (token.type === 'identifier' && keyword !== undefined) {
			return { kind: 'literal', at: this.#reader.take().at, constant: keyword };
		}
		return literalTypes.has(token.type) || this.#isSignedNumber() ? this.#literal() : this.#named();
	}

	#bracketed(open: CelToken): CelNode {
		switch (open.text) {
			case '(': {
				const inner = this.expression(')');
				this.#reader.expect(')');
				return inner;
			}
			case '[': {
				const items = this.#listOf(']', () => {
					const optional = this.#takeOptionalMark('?');
					return { value: this.expression(']', ','), optional };
				});
				return { kind: 'list', at: open.at, items };
			}
			default: {
				const entries = this.#listOf('}', () => {
					const optional = this.#takeOptionalMark('?');
					const key = this.expression(':');
					this.#reader.expect(':');
					return { key, value: this.expression('}', ','), optional };
				});
				return { kind: 'map', at: open.at, entries };
			}
		}
	}

	#literal(): CelNode {
		const first = this.#reader.take();
		const token = first.text === '-' ? this.#reader.take() : first;
		const constant = constantOf(token, token !== first);
		return 'problem' in constant ? this.#nothing(first.at, constant.problem) : { kind: 'literal', at: first.at, constant };
	}

	/** A variable, a call of a function, or a message: `a`, `.a`, `a(b)`, `a.b.C{d: e}`. */
	#named(): CelNode {
		const start = this.#reader.peek();
		const dot = this.#reader.at('.') ? this.#reader.take().text : '';
		const name = this.#reader.peek();
		if (!isName(name)) throw noAlternative(dot, name);
		const parts = this.#messageName();
		if (parts !== undefined) return this.#message(dot + parts.join('.'));

		this.#reader.take();
		const open = this.#reader.at('(') ? this.#reader.take() : undefined;
		const args = open === undefined ? [] : this.#arguments();
		if (reserved.has(name.text)) return this.#nothing(start.at, `reserved identifier: ${name.text}`);
		if (open === undefined) return { kind: 'ident', at: name.at, name: dot + name.text };
		return this.#call(open.at, dot + name.text, args);
	}

	/** The parts of a dotted name that an opening brace follows, which are taken. */
	#messageName(): string[] | undefined {
		const parts: string[] = [];
		for (let ahead = 0; ; ahead += 2) {
			const part = this.#reader.peek(ahead);
			if (!isName(part)) return undefined;
			parts.push(part.text);
			if (this.#reader.at('{', ahead + 1)) break;
			if (!this.#reader.at('.', ahead + 1)) return undefined;
		}
		this.#reader.skip(parts.length * 2 - 1);
		return parts;
	}

	#message(typeName: string): CelNode {
		const { at } = this.#reader.take();
		const fields = this.#listOf('}', () => {
			const optional = this.#takeOptionalMark('?');
			this.#reader.require('{IDENTIFIER, ESC_IDENTIFIER}', isField);
			const name = fieldName(this.#reader.take());
			const colon = this.#reader.expect(':');
			return { at: colon.at, name, value: this.expression('}', ','), optional };
		});
		return { kind: 'struct', at, typeName, fields };
	}

	#call(at: number, name: string, args: CelNode[], target?: CelNode): CelNode {
		const expansion = expandMacro({ at, name, args, target, optionals: this.#optionals });
		if (expansion === undefined) return target === undefined ? { kind: 'call', at, name, args } : { kind: 'call', at, name, args, target };
		return 'message' in expansion ? this.#nothing(expansion.at ?? at, expansion.message) : expansion;
	}

	#arguments(): CelNode[] {
		const args: CelNode[] = [];
		while (!this.#reader.at(')') || args.length > 0) {
			args.push(this.expression(')', ','));
			if (!this.#reader.at(',')) break;
			this.#reader.take();
		}
		this.#reader.expect(')');
		return args;
	}

	/** Items between commas up to the closing token; one comma behind the last item, or alone, is allowed. */
	#listOf<T>(close: string, item: () => T): T[] {
		const items: T[] = [];
		if (this.#reader.at(',')) this.#reader.take();
		else {
			while (!this.#reader.at(close)) {
				items.push(item());
				this.#reader.require(`{'${close}', ','}`, ({ text, type }) => type === 'punctuation' && (text === close || text === ','));
				if (!this.#reader.at(',')) break;
				this.#reader.take();
			}
		}
		this.#reader.expect(close);
		return items;
	}

	#takeOptionalMark(syntax: string, place = this.#reader.peek()): boolean {
		if (!this.#reader.at('?')) return false;
		if (!this.#optionals) this.#reader.report(place.at, `unsupported syntax '${syntax}'`);
		this.#reader.take();
		return true;
	}

	/** Stands in for what has been reported, so that reading can go on. */
	#nothing(at: number, message: string): CelNode {
		this.#reader.report(at, message);
		return { kind: 'literal', at, constant: { type: 'null', value: null } };
	}

	#within<T>(rule: Rule, read: (deepen: () => void) => T): T {
		const before = this.#depth[rule];
		const deepen = () => {
			this.#depth[rule]++;
			if (this.#depth[rule] > deepestNesting) throw new Unreadable(undefined, `expression recursion limit exceeded: ${deepestNesting}`);
		};
		deepen();
		const result = read(deepen);
		this.#depth[rule] = before;
		return result;
	}
}

function startsUnary(token: CelToken): boolean {
	if (token.type === 'punctuation') return ['[', '{', '(', '.', '-', '!'].includes(token.text);
	return literalTypes.has(token.type) || (token.type === 'identifier' && token.text !== 'in');
}

function isName(token: CelToken): boolean {
	return token.type === 'identifier' && token.text !== 'in' && !keywordConstants.has(token.text);
}

function isField(token: CelToken): boolean {
	return isName(token) || token.type === 'escaped';
}

function fieldName({ type, text }: CelToken): string {
	return type === 'escaped' ? text.slice(1, -1) : text;
}

function noAlternative(before: string, { type, text, at }: CelToken): Unreadable {
	return new Unreadable(at, `Syntax error: no viable alternative at input '${before}${type === 'end' ? '' : text}'`);
}

function balanced(name: string, terms: readonly CelNode[], places: readonly number[], from: number, to: number): CelNode {
	const [only] = terms.slice(from, to);
	if (only === undefined) throw new Error('a logical operator without operands');
	if (to - from === 1) return only;
	const operator = Math.floor((from + to - 1) / 2);
	const left = balanced(name, terms, places, from, operator + 1);
	const right = balanced(name, terms, places, operator + 1, to);
	return { kind: 'call', at: places[operator] ?? 0, name, args: [left, right] };
}
