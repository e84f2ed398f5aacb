import type { CelComprehension, CelNode } from './ast.ts';
import type { CelIssue } from './issues.ts';

interface Call {
	readonly at: number;
	readonly name: string;
	readonly args: readonly CelNode[];
	readonly target: CelNode | undefined;
	readonly optionals: boolean;
}

/** What a call stands for when its name is that of a macro; undefined when it is a call of a function. */
export function expandMacro(call: Call): CelNode | CelIssue | undefined {
	const { at, name, args, target } = call;
	const [first, second, third] = args;
	if (name === 'has' && target === undefined && args.length === 1) {
		if (first?.kind !== 'select') return { at: first?.at ?? at, message: 'invalid argument to has() macro' };
		return { kind: 'select', at, operand: first.operand, field: first.field, presence: true };
	}
	if (target === undefined || first === undefined || second === undefined) return undefined;
	if (args.length === 3 && name !== 'map') return undefined;
	if (args.length > 3) return undefined;

	const fold = Object.hasOwn(folds, name) ? folds[name] : undefined;
	if (fold !== undefined) {
		if (first.kind !== 'ident') return { at: first.at, message: fold.needsName };
		if (first.name === accumulator || first.name === '__result__') {
			return { at: first.at, message: 'iteration variable overwrites accumulator variable' };
		}
		const parts = fold.expand(builder(at), first, second, third);
		return { kind: 'comprehension', at, range: target, variable: first.name, accumulator, ...parts, macro: { name, target, args } };
	}
	if (call.optionals && (name === 'optMap' || name === 'optFlatMap') && args.length === 2) {
		if (first.kind !== 'ident') return { at: first.at, message: `${name}() variable name must be a simple identifier` };
		return mapOptional(call, target, first.name, second);
	}
	return undefined;
}

/** No name in an expression can be this one. */
const accumulator = '@result';

type FoldParts = Pick<CelComprehension, 'init' | 'condition' | 'step' | 'result'>;

interface Fold {
	readonly needsName: string;
	readonly expand: (b: Builder, variable: CelNode, first: CelNode, second: CelNode | undefined) => FoldParts;
}

const quantifierNeedsName = 'argument must be a simple name';
const transformNeedsName = 'argument is not an identifier';

const folds: Readonly<Record<string, Fold>> = {
	all: {
		needsName: quantifierNeedsName,
		expand: (b, _, predicate) => ({
			init: b.bool(true),
			condition: b.call('@not_strictly_false', b.result()),
			step: b.call('_&&_', b.result(), predicate),
			result: b.result(),
		}),
	},
	exists: {
		needsName: quantifierNeedsName,
		expand: (b, _, predicate) => ({
			init: b.bool(false),
			condition: b.call('@not_strictly_false', b.call('!_', b.result())),
			step: b.call('_||_', b.result(), predicate),
			result: b.result(),
		}),
	},
	exists_one: {
		needsName: quantifierNeedsName,
		expand: (b, _, predicate) => ({
			init: b.int(0n),
			condition: b.bool(true),
			step: b.call('_?_:_', predicate, b.call('_+_', b.result(), b.int(1n)), b.result()),
			result: b.call('_==_', b.result(), b.int(1n)),
		}),
	},
	map: {
		needsName: transformNeedsName,
		expand: (b, _, first, second) => {
			const step = b.call('_+_', b.result(), b.list(second ?? first));
			return {
				init: b.list(),
				condition: b.bool(true),
				step: second === undefined ? step : b.call('_?_:_', first, step, b.result()),
				result: b.result(),
			};
		},
	},
	filter: {
		needsName: transformNeedsName,
		expand: (b, variable, predicate) => ({
			init: b.list(),
			condition: b.bool(true),
			step: b.call('_?_:_', predicate, b.call('_+_', b.result(), b.list(variable)), b.result()),
			result: b.result(),
		}),
	},
};

/** A value bound to a name, which is a fold over nothing. */
function bind(at: number, name: string, value: CelNode, body: CelNode): CelComprehension {
	const b = builder(at);
	return {
		kind: 'comprehension',
		at,
		range: b.list(),
		variable: '#unused',
		accumulator: name,
		init: value,
		condition: b.bool(false),
		step: b.ident(name),
		result: body,
	};
}

function mapOptional({ at, name, args }: Call, target: CelNode, variable: string, body: CelNode): CelNode {
	const b = builder(at);
	const simple = target.kind === 'ident';
	const subject = simple ? target : b.ident('@target');
	const mapped = bind(at, variable, b.method('value', subject), body);
	const whenSet = name === 'optMap' ? b.call('optional.of', mapped) : mapped;
	const result = b.call('_?_:_', b.method('hasValue', subject), whenSet, b.call('optional.none'));
	const macro = { name, target, args };
	return simple ? { ...result, macro } : { ...bind(at, '@target', target, result), macro };
}

type Builder = ReturnType<typeof builder>;

function builder(at: number) {
	return {
		bool: (value: boolean): CelNode => ({ kind: 'literal', at, constant: { type: 'bool', value } }),
		int: (value: bigint): CelNode => ({ kind: 'literal', at, constant: { type: 'int', value } }),
		list: (...values: CelNode[]): CelNode => ({ kind: 'list', at, items: values.map((value) => ({ value, optional: false })) }),
		ident: (name: string): CelNode => ({ kind: 'ident', at, name }),
		result: (): CelNode => ({ kind: 'ident', at, name: accumulator }),
		call: (name: string, ...args: CelNode[]) => ({ kind: 'call', at, name, args }) as const,
		method: (name: string, target: CelNode) => ({ kind: 'call', at, name, target, args: [] }) as const,
	};
}
