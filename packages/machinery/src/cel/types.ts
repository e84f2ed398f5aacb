/**
 * A type of CEL. `parameter` is a type variable of a signature, or a free one that checking has not bound yet; `error` is
 * the type of what could not be typed and has been reported.
 */
export interface CelType {
	readonly kind: CelKind;
	/** As messages show it, without its parameters: the full name of a message, the name of a type variable. */
	readonly name: string;
	/** Of a list, a map, an optional value, or a type as a value. */
	readonly parameters: readonly CelType[];
}

export type CelKind =
	| 'bool'
	| 'bytes'
	| 'double'
	| 'duration'
	| 'int'
	| 'null'
	| 'string'
	| 'timestamp'
	| 'uint'
	| 'dyn'
	| 'error'
	| 'list'
	| 'map'
	| 'message'
	| 'optional'
	| 'parameter'
	| 'type';

const simple = (kind: CelKind, name: string = kind): CelType => ({ kind, name, parameters: [] });

export const boolType = simple('bool');
export const bytesType = simple('bytes');
export const doubleType = simple('double');
export const durationType = simple('duration');
export const dynType = simple('dyn');
export const errorType = simple('error', '!error!');
export const intType = simple('int');
export const nullType = simple('null');
export const stringType = simple('string');
export const timestampType = simple('timestamp');
export const uintType = simple('uint');

export const listOf = (item: CelType): CelType => ({ kind: 'list', name: 'list', parameters: [item] });
export const mapOf = (key: CelType, value: CelType): CelType => ({ kind: 'map', name: 'map', parameters: [key, value] });
export const messageNamed = (name: string): CelType => simple('message', name);
export const optionalOf = (value: CelType): CelType => ({ kind: 'optional', name: 'optional_type', parameters: [value] });
export const parameterNamed = (name: string): CelType => simple('parameter', name);
export const typeOf = (type: CelType): CelType => ({ kind: 'type', name: 'type', parameters: [type] });

/** `map(string, list(uint))`, as messages about expressions show it. */
export function formatType(type: CelType): string {
	return type.parameters.length === 0 ? type.name : `${type.name}(${type.parameters.map(formatType).join(', ')})`;
}

const runtimeNames: Readonly<Partial<Record<CelKind, string>>> = {
	duration: 'google.protobuf.Duration',
	null: 'null_type',
	timestamp: 'google.protobuf.Timestamp',
};

/** As the message about the type of a whole expression shows it, which names three types differently. */
export function formatResultType(type: CelType): string {
	const name = runtimeNames[type.kind] ?? type.name;
	return type.parameters.length === 0 ? name : `${name}(${type.parameters.map(formatResultType).join(', ')})`;
}

export function sameType(a: CelType, b: CelType): boolean {
	return (
		a === b ||
		(a.kind === b.kind &&
			a.name === b.name &&
			a.parameters.length === b.parameters.length &&
			a.parameters.every((parameter, index) => sameType(parameter, b.parameters[index] ?? errorType)))
	);
}

/** Reads `map(A, list(uint))`; a name that is a single capital letter is a type variable. */
export function parseType(text: string): CelType {
	const named = simpleTypes.get(text);
	if (named !== undefined) return named;
	if (/^[A-Z]$/.test(text)) return parameterNamed(text);
	const [, name, inner] = /^(list|map|optional|type)\((.*)\)$/.exec(text) ?? [];
	if (name === undefined || inner === undefined) return messageNamed(text);
	const [first = dynType, second = dynType] = splitTypes(inner).map(parseType);
	if (name === 'map') return mapOf(first, second);
	return name === 'list' ? listOf(first) : name === 'type' ? typeOf(first) : optionalOf(first);
}

/** The types of a list between commas. */
export function splitTypes(text: string): string[] {
	const types: string[] = [];
	let depth = 0;
	let start = 0;
	for (const [index, character] of [...text].entries()) {
		if (character === '(') depth++;
		if (character === ')') depth--;
		if (character !== ',' || depth > 0) continue;
		types.push(text.slice(start, index).trim());
		start = index + 1;
	}
	const last = text.slice(start).trim();
	return last === '' ? types : [...types, last];
}

const simpleTypes: ReadonlyMap<string, CelType> = new Map(
	[boolType, bytesType, doubleType, durationType, dynType, intType, nullType, stringType, timestampType, uintType].map((type) => [
		type.name,
		type,
	]),
);
