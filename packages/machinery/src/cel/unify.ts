import { type CelType, dynType, errorType, listOf, mapOf, optionalOf, sameType, typeOf } from './types.ts';

/** What type variables stand for. Never changed: {@link unify} returns a new one. */
export type Bindings = ReadonlyMap<string, CelType>;

/** The bindings under which each type of `from` may stand where the one of `to` is wanted; undefined when there are none. */
export function unify(bindings: Bindings, from: readonly CelType[], to: readonly CelType[]): Bindings | undefined {
	const extended = new Map(bindings);
	return assignableAll(extended, from, to) ? extended : undefined;
}

/** The type with its variables replaced by what they stand for, free ones by `dyn` if `close` says so. */
export function substitute(bindings: Bindings, type: CelType, close: boolean): CelType {
	if (type.kind === 'parameter') {
		const bound = bindings.get(type.name);
		if (bound !== undefined) return substitute(bindings, bound, close);
		return close ? dynType : type;
	}
	const [first, second] = type.parameters.map((parameter) => substitute(bindings, parameter, close));
	if (first === undefined) return type;
	switch (type.kind) {
		case 'list':
			return listOf(first);
		case 'map':
			return mapOf(first, second ?? dynType);
		case 'optional':
			return optionalOf(first);
		default:
			return typeOf(first);
	}
}

/** The wider of two types that fit each other. */
export function widerOf(a: CelType, b: CelType): CelType {
	return isEqualOrWider(a, b) ? a : b;
}

function isEqualOrWider(a: CelType, b: CelType): boolean {
	if (a.kind === 'dyn' || a.kind === 'parameter') return true;
	if (b.kind === 'dyn' || b.kind === 'parameter' || a.kind !== b.kind) return false;
	if (a.kind === 'type') return true;
	if (a.parameters.length === 0) return sameType(a, b);
	return a.parameters.every((parameter, index) => isEqualOrWider(parameter, b.parameters[index] ?? errorType));
}

function assignableAll(bindings: Map<string, CelType>, from: readonly CelType[], to: readonly CelType[]): boolean {
	return from.length === to.length && from.every((type, index) => assignable(bindings, type, to[index] ?? errorType));
}

function assignable(bindings: Map<string, CelType>, from: CelType, to: CelType): boolean {
	if (to.kind === 'parameter') {
		const { fits, bound } = bind(bindings, from, to);
		if (fits || bound) return fits;
	}
	if (from.kind === 'parameter') return bind(bindings, to, from).fits;
	if (isOpen(from) || isOpen(to)) return true;
	if (from.kind === 'null') return isNullable(to);
	if (to.kind === 'null') return isNullable(from);
	if (from.kind !== to.kind) return false;
	if (from.kind === 'type') return true;
	return from.name === to.name && assignableAll(bindings, from.parameters, to.parameters);
}

function isOpen(type: CelType): boolean {
	return type.kind === 'dyn' || type.kind === 'error';
}

function isNullable(type: CelType): boolean {
	return ['null', 'optional', 'message', 'duration', 'timestamp'].includes(type.kind);
}

/** Whether the type may be what the variable stands for, and whether the variable stood for something before. */
function bind(bindings: Map<string, CelType>, type: CelType, variable: CelType): { fits: boolean; bound: boolean } {
	if (type.kind === 'parameter' && sameType(type, variable)) return { fits: true, bound: true };
	const bound = bindings.get(variable.name);
	if (bound === undefined) {
		const fits = !occursIn(bindings, variable, type);
		if (fits) bindings.set(variable.name, type);
		return { fits, bound: false };
	}
	if (type.kind === bound.kind && sameType(type, bound)) return { fits: true, bound: true };
	if (!assignable(bindings, type, bound)) return { fits: false, bound: true };
	const wider = widerOf(type, bound);
	if (!occursIn(bindings, variable, wider)) bindings.set(variable.name, wider);
	return { fits: true, bound: true };
}

/** A variable must not stand for a type that contains it. */
function occursIn(bindings: Bindings, variable: CelType, type: CelType): boolean {
	if (sameType(variable, type)) return true;
	if (type.kind !== 'parameter') return type.parameters.some((parameter) => occursIn(bindings, variable, parameter));
	const bound = bindings.get(type.name);
	return bound !== undefined && occursIn(bindings, variable, bound);
}
