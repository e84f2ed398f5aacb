import type { CelCall, CelComprehension, CelNode, CelStruct } from './ast.ts';
import type { CelOverload } from './declarations.ts';
import { type CelEnvironment, findField, findOverloads, findType, findVariable } from './environments.ts';
import type { CelIssue } from './issues.ts';
import * as T from './types.ts';
import { type Bindings, substitute, unify, widerOf } from './unify.ts';

/** The type of an expression in an environment, or what is wrong with it. */
export function checkCel(node: CelNode, environment: CelEnvironment): { readonly type: T.CelType; readonly issues: readonly CelIssue[] } {
	const checker = new Checker(environment);
	const type = checker.check(node);
	return { type: checker.resolve(type, true), issues: checker.issues };
}

class Checker {
	readonly issues: CelIssue[] = [];
	readonly #environment: CelEnvironment;
	/** The variables of the macros around, innermost last. */
	readonly #locals: { readonly name: string; readonly type: T.CelType }[] = [];
	#bindings: Bindings = new Map();
	#freeVariables = 0;
	#mixedNumbers = false;

	constructor(environment: CelEnvironment) {
		this.#environment = environment;
	}

	resolve(type: T.CelType, close = false): T.CelType {
		return substitute(this.#bindings, type, close);
	}

	check(node: CelNode): T.CelType {
		switch (node.kind) {
			case 'literal':
				return T.parseType(node.constant.type);
			case 'ident':
				return this.#findVariable(node.name) ?? this.#undeclared(node.at, node.name);
			case 'select':
				return this.#checkSelect(node.at, node);
			case 'call':
				return this.#checkCall(node);
			case 'list':
				return T.listOf(this.#joined(node.items));
			case 'map': {
				let key: T.CelType | undefined;
				let value: T.CelType | undefined;
				for (const entry of node.entries) {
					key = this.#join(entry.key, key, this.check(entry.key));
					value = this.#join(entry.value, value, this.#checkOptional(entry));
				}
				return T.mapOf(key ?? this.#freshVariable(), value ?? this.#freshVariable());
			}
			case 'struct':
				return this.#checkStruct(node);
			case 'comprehension':
				return this.#checkComprehension(node);
		}
	}

	#checkSelect(at: number, { operand, field, presence }: CelNode & { readonly kind: 'select' }): T.CelType {
		if (!presence) {
			const path = qualifiedName(operand);
			const qualified = path === undefined || this.#isLocal(path) ? undefined : this.#findVariable(`${path}.${field}`);
			if (qualified !== undefined) return qualified;
		}
		const type = this.#fieldType(at, operand, field, false);
		return presence ? T.boolType : this.resolve(type);
	}

	#fieldType(at: number, operand: CelNode, field: string, optional: boolean): T.CelType {
		const operandType = this.resolve(this.check(operand));
		const wrapped = operandType.kind === 'optional';
		const target = wrapped ? (operandType.parameters[0] ?? T.dynType) : operandType;
		const type = this.#fieldOf(at, target, field);
		return wrapped || optional ? T.optionalOf(type) : type;
	}

	#fieldOf(at: number, target: T.CelType, field: string): T.CelType {
		switch (target.kind) {
			case 'map':
				return target.parameters[1] ?? T.dynType;
			case 'message': {
				const type = findField(target.name, field);
				if (type === undefined) this.#report(at, `undefined field '${field}'`);
				return type ?? T.errorType;
			}
			case 'parameter':
				this.#assignable(T.dynType, target);
				return T.dynType;
			case 'dyn':
			case 'error':
				return T.dynType;
			default:
				this.#report(at, `type '${T.formatType(target)}' does not support field selection`);
				return T.dynType;
		}
	}

	#checkCall(call: CelCall): T.CelType {
		const { at, name, target } = call;
		if (name === '_?._') {
			const [operand, key] = call.args;
			if (operand?.kind !== undefined && key?.kind === 'literal' && key.constant.type === 'string') {
				return this.resolve(this.#fieldType(at, operand, key.constant.value, true));
			}
		}
		const args = call.args.map((arg) => this.check(arg));
		if (target === undefined) return this.#resolveCall(call, bareName(name), args);

		const path = qualifiedName(target);
		const qualified = path === undefined ? undefined : bareName(`${path}.${name}`);
		if (qualified !== undefined && findOverloads(this.#environment, qualified) !== undefined)
			return this.#resolveCall(call, qualified, args);
		return this.#resolveCall(call, name, [this.check(target), ...args], true);
	}

	#resolveCall(call: CelCall, name: string, args: T.CelType[], member = false): T.CelType {
		const overloads = findOverloads(this.#environment, name);
		if (overloads === undefined) return this.#undeclared(call.at, call.name);
		if (name === '_&&_' || name === '_||_') return this.#checkLogical(call, args);

		let result: T.CelType | undefined;
		for (const overload of overloads) {
			if (overload.member !== member || (overload.mixedNumbers && !this.#mixedNumbers)) continue;
			const found = this.#instantiate(overload);
			const bindings = unify(this.#bindings, args, found.args);
			if (bindings === undefined) continue;
			this.#bindings = bindings;
			const type = this.resolve(found.result);
			if (result === undefined) result = type;
			else if (result.kind !== 'dyn' && !T.sameType(type, result)) result = T.dynType;
		}
		if (result !== undefined) return result;

		const types = args.map((arg) => T.formatType(this.resolve(arg, true)));
		const [receiver] = member ? types.splice(0, 1) : [];
		const signature = `${receiver === undefined ? '' : `${receiver}.`}(${types.join(', ')})`;
		this.#report(call.at, `found no matching overload for '${name}' applied to '${signature}'`);
		return T.errorType;
	}

	#checkLogical(call: CelCall, args: readonly T.CelType[]): T.CelType {
		let result = T.boolType;
		for (const [index, type] of args.entries()) {
			if (this.#assignable(type, T.boolType)) continue;
			this.#mismatch(call.args[index]?.at ?? call.at, T.boolType, type);
			result = T.errorType;
		}
		return result;
	}

	#instantiate({ args, result, variables }: CelOverload): { args: T.CelType[]; result: T.CelType } {
		const fresh = new Map(variables.map((name) => [name, this.#freshVariable()]));
		return { args: args.map((arg) => substitute(fresh, arg, false)), result: substitute(fresh, result, false) };
	}

	#joined(items: readonly { readonly value: CelNode; readonly optional: boolean }[]): T.CelType {
		let type: T.CelType | undefined;
		for (const item of items) type = this.#join(item.value, type, this.#checkOptional(item));
		return type ?? this.#freshVariable();
	}

	/** The type of an element, which behind a question mark has to be optional. */
	#checkOptional({ value, optional }: { readonly value: CelNode; readonly optional: boolean }): T.CelType {
		const type = this.check(value);
		if (!optional || type.kind === 'dyn') return type;
		if (type.kind === 'optional') return type.parameters[0] ?? T.dynType;
		this.#mismatch(value.at, T.optionalOf(type), type);
		return type;
	}

	#join(_: CelNode, previous: T.CelType | undefined, current: T.CelType): T.CelType {
		if (previous === undefined) return current;
		return this.#assignable(previous, current) ? widerOf(previous, current) : T.dynType;
	}

	#checkStruct({ at, typeName, fields }: CelStruct): T.CelType {
		const name = bareName(typeName);
		const type = findType(this.#environment, name);
		if (type === undefined) return this.#undeclared(at, typeName);
		const isMessage = type.kind === 'message';
		if (!isMessage) this.#report(at, `'${T.formatResultType(type)}' is not a message type`);
		for (const field of fields) {
			const value = this.#checkOptional(field);
			const wanted = isMessage ? this.#fieldOf(field.at, type, field.name) : T.errorType;
			if (this.#assignable(wanted, value)) continue;
			const types = `'${T.formatType(wanted)}' but provided type is '${T.formatType(value)}'`;
			this.#report(field.at, `expected type of field '${field.name}' is ${types}`);
		}
		return isMessage ? type : T.errorType;
	}

	#checkComprehension(fold: CelComprehension): T.CelType {
		const rangeType = this.resolve(this.check(fold.range));
		const accumulator = this.check(fold.init);
		this.#mixedNumbers = true;
		this.#locals.push({ name: fold.accumulator, type: accumulator });
		this.#locals.push({ name: fold.variable, type: this.#elementOf(fold.range.at, rangeType) });
		this.#expectType(fold.condition, T.boolType);
		this.#expectType(fold.step, accumulator);
		this.#locals.pop();
		const result = this.check(fold.result);
		this.#locals.pop();
		return this.resolve(result);
	}

	#elementOf(at: number, range: T.CelType): T.CelType {
		switch (range.kind) {
			case 'list':
			case 'map':
				return range.parameters[0] ?? T.dynType;
			case 'dyn':
			case 'error':
			case 'parameter':
				this.#assignable(T.dynType, range);
				return T.dynType;
			default:
				this.#report(at, `expression of type '${T.formatType(range)}' cannot be range of a comprehension (must be list, map, or dynamic)`);
				return T.errorType;
		}
	}

	#expectType(node: CelNode, wanted: T.CelType): void {
		const type = this.check(node);
		if (!this.#assignable(wanted, type)) this.#mismatch(node.at, wanted, type);
	}

	#assignable(from: T.CelType, to: T.CelType): boolean {
		const bindings = unify(this.#bindings, [from], [to]);
		if (bindings !== undefined) this.#bindings = bindings;
		return bindings !== undefined;
	}

	#freshVariable(): T.CelType {
		return T.parameterNamed(`_var${this.#freeVariables++}`);
	}

	#findVariable(name: string): T.CelType | undefined {
		const local = this.#locals.findLast((variable) => variable.name === name);
		return local?.type ?? findVariable(this.#environment, bareName(name));
	}

	#isLocal(path: string): boolean {
		const [root = ''] = path.split('.');
		return this.#locals.some((variable) => variable.name === root);
	}

	#undeclared(at: number, name: string): T.CelType {
		this.#report(at, `undeclared reference to '${name}' (in container '')`);
		return T.errorType;
	}

	#mismatch(at: number, expected: T.CelType, found: T.CelType): void {
		this.#report(at, `expected type '${T.formatType(expected)}' but found '${T.formatType(found)}'`);
	}

	#report(at: number, message: string): void {
		this.issues.push({ at, message });
	}
}

/** `a.b.c` of a chain of selections from a name. */
function qualifiedName(node: CelNode): string | undefined {
	if (node.kind === 'ident') return node.name;
	if (node.kind !== 'select' || node.presence) return undefined;
	const operand = qualifiedName(node.operand);
	return operand === undefined ? undefined : `${operand}.${node.field}`;
}

/** A leading dot only says that no variable of a macro is meant. */
function bareName(name: string): string {
	return name.startsWith('.') ? name.slice(1) : name;
}
