/**
 * A CEL expression as a tree. `at` is the offset in the text that a message about the node points to, which is the
 * operator for a call and the dot for a selection. Macros are already expanded; `macro` keeps what was written.
 */
export type CelNode = CelLiteral | CelIdent | CelSelect | CelCall | CelList | CelMap | CelStruct | CelComprehension;

export type CelConstant =
	| { readonly type: 'bool'; readonly value: boolean }
	| { readonly type: 'int' | 'uint'; readonly value: bigint }
	| { readonly type: 'double'; readonly value: number }
	| { readonly type: 'string'; readonly value: string }
	| { readonly type: 'bytes'; readonly value: Uint8Array }
	| { readonly type: 'null'; readonly value: null };

export interface CelLiteral {
	readonly kind: 'literal';
	readonly at: number;
	readonly constant: CelConstant;
}

export interface CelIdent {
	readonly kind: 'ident';
	readonly at: number;
	/** With a leading dot when it was written with one. */
	readonly name: string;
}

export interface CelSelect {
	readonly kind: 'select';
	readonly at: number;
	readonly operand: CelNode;
	readonly field: string;
	/** `has(operand.field)` */
	readonly presence: boolean;
}

/** A function or an operator: operators have names like `_>_`. */
export interface CelCall {
	readonly kind: 'call';
	readonly at: number;
	readonly name: string;
	readonly target?: CelNode;
	readonly args: readonly CelNode[];
	readonly macro?: CelMacroCall;
}

export interface CelList {
	readonly kind: 'list';
	readonly at: number;
	readonly items: readonly { readonly value: CelNode; readonly optional: boolean }[];
}

export interface CelMap {
	readonly kind: 'map';
	readonly at: number;
	readonly entries: readonly { readonly key: CelNode; readonly value: CelNode; readonly optional: boolean }[];
}

export interface CelStruct {
	readonly kind: 'struct';
	readonly at: number;
	readonly typeName: string;
	readonly fields: readonly { readonly at: number; readonly name: string; readonly value: CelNode; readonly optional: boolean }[];
}

/** A fold over a list or a map, which all macros over collections become. */
export interface CelComprehension {
	readonly kind: 'comprehension';
	readonly at: number;
	readonly range: CelNode;
	readonly variable: string;
	readonly accumulator: string;
	readonly init: CelNode;
	readonly condition: CelNode;
	readonly step: CelNode;
	readonly result: CelNode;
	readonly macro?: CelMacroCall;
}

export interface CelMacroCall {
	readonly name: string;
	readonly target: CelNode;
	readonly args: readonly CelNode[];
}

/** The operators between two operands: precedence (a larger number binds tighter) and name of the function behind. */
export const binaryOperators: ReadonlyMap<string, { readonly name: string; readonly precedence: number }> = new Map(
	[['||'], ['&&'], ['==', '!=', '<', '<=', '>', '>=', 'in'], ['+', '-'], ['*', '/', '%']].flatMap((level, index) =>
		level.map((symbol) => [symbol, { name: symbol === 'in' ? '@in' : `_${symbol}_`, precedence: index + 2 }] as const),
	),
);
