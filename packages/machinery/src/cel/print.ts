import { binaryOperators, type CelConstant, type CelNode } from './ast.ts';

/**
 * The text of an expression: double quotes, one space around operators, parentheses only where they are needed, and a
 * line break behind the logical operator that stands beyond column 80.
 */
export function printCel(node: CelNode): string {
	const printer = new Printer();
	printer.print(node);
	return printer.text;
}

/** Logical operators this far from the start of their line end it. */
const wrapColumn = 80;

const binaryByName: ReadonlyMap<string, { readonly symbol: string; readonly precedence: number }> = new Map(
	[...binaryOperators].map(([symbol, { name, precedence }]) => [name, { symbol, precedence }]),
);

class Printer {
	text = '';
	#lineStart = 0;

	print(node: CelNode): void {
		if ('macro' in node && node.macro !== undefined) return this.#printCall(node.macro.name, node.macro.args, node.macro.target);
		switch (node.kind) {
			case 'literal':
				this.text += constantText(node.constant);
				return;
			case 'ident':
				this.text += node.name.replace(/^\./, '');
				return;
			case 'select':
				if (node.presence) this.text += 'has(';
				this.#nested(node.operand, !node.presence && isInfix(node.operand));
				this.text += `.${quotedField(node.field)}${node.presence ? ')' : ''}`;
				return;
			case 'call':
				return this.#printOperation(node);
			case 'list':
				return this.#between('[', ']', node.items, ({ value, optional }) => {
					this.text += optional ? '?' : '';
					this.print(value);
				});
			case 'map':
				return this.#between('{', '}', node.entries, ({ key, value, optional }) => {
					this.text += optional ? '?' : '';
					this.print(key);
					this.text += ': ';
					this.print(value);
				});
			case 'struct':
				return this.#between(`${node.typeName}{`, '}', node.fields, ({ name, value, optional }) => {
					this.text += `${optional ? '?' : ''}${quotedField(name)}: `;
					this.print(value);
				});
			case 'comprehension':
				throw new Error('a fold that no macro stands for');
		}
	}

	#printOperation(node: CelNode & { readonly kind: 'call' }): void {
		const { name, args } = node;
		const [first, second, third] = args;
		if (first === undefined || node.target !== undefined) return this.#printCall(name, args, node.target);
		const binary = binaryByName.get(name);
		if (binary !== undefined && second !== undefined) return this.#printBinary(name, binary, first, second);
		switch (name) {
			case '!_':
			case '-_':
				this.text += name.slice(0, 1);
				return this.#nested(first, isOperation(first));
			case '_[_]':
			case '_[?_]':
				this.#nested(first, isInfix(first));
				this.text += name === '_[_]' ? '[' : '[?';
				if (second !== undefined) this.print(second);
				this.text += ']';
				return;
			case '_?._':
				this.#nested(first, isInfix(first));
				this.text += `.?${second?.kind === 'literal' && second.constant.type === 'string' ? quotedField(second.constant.value) : ''}`;
				return;
			case '_?_:_':
				this.#nested(first, isOperation(first));
				this.text += ' ? ';
				if (second !== undefined) this.#nested(second, isOperation(second));
				this.text += ' : ';
				if (third !== undefined) this.#nested(third, isOperation(third));
				return;
			default:
				return this.#printCall(name, args);
		}
	}

	#printBinary(name: string, { symbol, precedence }: { symbol: string; precedence: number }, left: CelNode, right: CelNode): void {
		const logical = name === '_&&_' || name === '_||_';
		this.#nested(left, precedenceOf(left) < precedence);
		const wraps = logical && new TextEncoder().encode(this.text.slice(this.#lineStart)).length + name.length >= wrapColumn;
		if (wraps) this.#lineStart = this.text.length;
		this.text += ` ${symbol}${wraps ? '\n' : ' '}`;
		this.#nested(right, precedenceOf(right) < precedence || (!logical && precedenceOf(right) === precedence));
	}

	#printCall(name: string, args: readonly CelNode[], target?: CelNode): void {
		if (target !== undefined) {
			this.#nested(target, isInfix(target));
			this.text += '.';
		}
		this.#between(`${name}(`, ')', args, (arg) => this.print(arg));
	}

	#between<T>(open: string, close: string, items: readonly T[], print: (item: T) => void): void {
		this.text += open;
		for (const [index, item] of items.entries()) {
			if (index > 0) this.text += ', ';
			print(item);
		}
		this.text += close;
	}

	#nested(node: CelNode, parentheses: boolean): void {
		if (parentheses) this.text += '(';
		this.print(node);
		if (parentheses) this.text += ')';
	}
}

/** Of an operator between operands; what is no such operator binds tighter than all of them. */
function precedenceOf(node: CelNode): number {
	if (node.kind !== 'call' || node.target !== undefined || node.args.length < 2) return Number.POSITIVE_INFINITY;
	return node.name === '_?_:_' ? 1 : (binaryByName.get(node.name)?.precedence ?? Number.POSITIVE_INFINITY);
}

function isInfix(node: CelNode): boolean {
	return precedenceOf(node) < Number.POSITIVE_INFINITY;
}

/** Whether upstream puts parentheses around an operand of `!`, `-` and `?:`: around any call with several arguments. */
function isOperation(node: CelNode): boolean {
	return node.kind === 'call' && node.args.length >= 2;
}

function quotedField(name: string): string {
	return /^[A-Za-z_]\w*$/.test(name) && name !== 'in' ? name : `\`${name}\``;
}

function constantText(constant: CelConstant): string {
	switch (constant.type) {
		case 'bytes':
			return `b"${[...constant.value].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}"`;
		case 'double':
			return doubleText(constant.value);
		case 'string':
			return quote(constant.value);
		case 'uint':
			return `${constant.value}u`;
		default:
			return String(constant.value);
	}
}

/** The shortest digits that read back as the number, always recognizable as a double. */
function doubleText(value: number): string {
	if (Object.is(value, -0)) return '-0.0';
	const [, sign = '', digits = '0', exponent = '0'] = /^(-?)([\d.]+)e([+-]\d+)$/.exec(value.toExponential()) ?? [];
	const power = Number(exponent);
	if (power < -4 || power >= 6) return `${sign}${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
	const text = value.toString();
	return text.includes('.') ? text : `${text}.0`;
}

const namedEscapes: Readonly<Record<string, string>> = {
	'\x07': '\\a',
	'\b': '\\b',
	'\f': '\\f',
	'\n': '\\n',
	'\r': '\\r',
	'\t': '\\t',
	'\v': '\\v',
	'"': '\\"',
	'\\': '\\\\',
};

function quote(text: string): string {
	const characters = [...text.toWellFormed()].map((character) => {
		const named = namedEscapes[character];
		if (named !== undefined) return named;
		if (character === ' ' || /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(character)) return character;
		const code = character.codePointAt(0) ?? 0;
		if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
		return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
	});
	return `"${characters.join('')}"`;
}
