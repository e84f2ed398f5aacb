import { create, type DescField, type Message, ScalarType } from '@bufbuild/protobuf';
import type { CelComprehension, CelNode, CelSelect } from './ast.ts';
import type { CelEnvironment } from './environments.ts';
import { callFunction } from './functions.ts';
import { parseCel } from './parser.ts';
import { CelError, CelMessage, type CelValue } from './value.ts';

/**
 * The value of an expression that has been found right for its environment (celProblem).
 *
 * @throws CelError
 */
export function evaluateCel(expression: string, environment: CelEnvironment, variables: Readonly<Record<string, CelValue>>): CelValue {
	const { node } = parseCel(expression, environment);
	if (node === undefined) throw new CelError('unreadable', `${JSON.stringify(expression)} is no CEL expression`);
	return valueOf(node, new Map(Object.entries(variables)));
}

type Scope = ReadonlyMap<string, CelValue>;

function valueOf(node: CelNode, scope: Scope): CelValue {
	switch (node.kind) {
		case 'literal':
			return node.constant.value;
		case 'ident': {
			const value = scope.get(node.name.replace(/^\./, ''));
			if (value === undefined) throw new CelError('failed', `there is no value for ${node.name}`);
			return value;
		}
		case 'select':
			return selected(node, scope);
		case 'list':
			return node.items.map(({ value }) => valueOf(value, scope));
		case 'map':
			return new Map(node.entries.map(({ key, value }) => [valueOf(key, scope), valueOf(value, scope)]));
		case 'comprehension':
			return folded(node, scope);
		case 'struct':
			throw new CelError('failed', `values of ${node.typeName} cannot be made here`);
		case 'call':
			return called(node, scope);
	}
}

/** Logic goes on where one side has no value and the other decides. */
function called({ name, target, args }: Extract<CelNode, { kind: 'call' }>, scope: Scope): CelValue {
	const [first, second, third] = args;
	if (name === '_?_:_' && first && second && third) return valueOf(first, scope) === true ? valueOf(second, scope) : valueOf(third, scope);
	if ((name === '_&&_' || name === '_||_') && first && second) return decided(name === '_||_', first, second, scope);
	if (name === '@not_strictly_false' && first) return attempted(first, scope) !== false;
	const all = target === undefined ? args : [target, ...args];
	return callFunction(
		name,
		all.map((one) => valueOf(one, scope)),
	);
}

function decided(deciding: boolean, first: CelNode, second: CelNode, scope: Scope): boolean {
	const left = attempted(first, scope);
	if (left === deciding) return deciding;
	const right = attempted(second, scope);
	if (right === deciding) return deciding;
	for (const side of [left, right]) if (side instanceof CelError) throw side;
	return !deciding;
}

function attempted(node: CelNode, scope: Scope): CelValue | CelError {
	try {
		return valueOf(node, scope);
	} catch (error) {
		if (error instanceof CelError) return error;
		throw error;
	}
}

function folded({ range, variable, accumulator, init, condition, step, result }: CelComprehension, scope: Scope): CelValue {
	const over = valueOf(range, scope);
	const items = over instanceof Map ? [...over.keys()] : (over as readonly CelValue[]);
	let accumulated = valueOf(init, scope);
	for (const item of items) {
		const inner = new Map([...scope, [accumulator, accumulated], [variable, item]]);
		if (valueOf(condition, inner) !== true) break;
		accumulated = valueOf(step, inner);
	}
	return valueOf(result, new Map([...scope, [accumulator, accumulated]]));
}

function selected({ operand, field: name, presence }: CelSelect, scope: Scope): CelValue {
	const of = valueOf(operand, scope);
	if (of instanceof Map) {
		if (presence) return of.has(name);
		const value = of.get(name) as CelValue | undefined;
		if (value === undefined) throw new CelError('failed', `no such key: ${name}`);
		return value;
	}
	if (!(of instanceof CelMessage)) throw new CelError('failed', `nothing can be selected from this value: ${name}`);
	const field = of.desc.fields.find((one) => one.name === name);
	if (field === undefined) throw new CelError('failed', `no such field: ${name}`);
	const value = (of.message as unknown as Readonly<Record<string, unknown>>)[field.localName];
	return presence ? isPresent(value) : fieldValue(field, value);
}

function fieldValue(field: DescField, value: unknown): CelValue {
	switch (field.fieldKind) {
		case 'message':
			return new CelMessage(field.message, (value as Message | undefined) ?? create(field.message));
		case 'list': {
			const { message } = field;
			const items = (value ?? []) as readonly unknown[];
			return items.map((item) => (message === undefined ? plain(item) : new CelMessage(message, item as Message)));
		}
		case 'map':
			return new Map(Object.entries((value ?? {}) as object).map(([key, item]) => [key, plain(item)]));
		case 'enum':
			return BigInt((value as number | undefined) ?? 0);
		case 'scalar':
			return plain(value, field.scalar === ScalarType.DOUBLE || field.scalar === ScalarType.FLOAT);
	}
}

function plain(value: unknown, isFraction = false): CelValue {
	return typeof value === 'number' && !isFraction ? BigInt(value) : (value as CelValue);
}

/** What has its default is not there, as in proto3. */
function isPresent(value: unknown): boolean {
	if (Array.isArray(value) || value instanceof Uint8Array) return value.length > 0;
	return value !== undefined && value !== 0 && value !== 0n && value !== '' && value !== false;
}
