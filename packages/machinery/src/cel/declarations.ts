import { type CelType, parseType, splitTypes } from './types.ts';

/** One way to call a function: `member` ones have their target as the first argument. */
export interface CelOverload {
	readonly member: boolean;
	readonly args: readonly CelType[];
	readonly result: CelType;
	/** The type variables of the signature. */
	readonly variables: readonly string[];
	/** Compares numbers of different types: allowed only once a macro over a collection has been seen (as upstream). */
	readonly mixedNumbers: boolean;
}

/** Signatures by function: `(int, int) int`, with a dot in front for a method. */
export type CelSignatures = Readonly<Record<string, readonly string[]>>;

/** The standard functions and operators of the language, in the order in which overloads are tried. */
export const standardSignatures: CelSignatures = {
	'!_': ['(bool) bool'],
	'-_': ['(double) double', '(int) int'],
	'@in': ['(A, list(A)) bool', '(A, map(A, B)) bool'],
	'@not_strictly_false': ['(bool) bool'],
	'_!=_': ['(A, A) bool'],
	'_==_': ['(A, A) bool'],
	'_?_:_': ['(bool, A, A) A'],
	'_[_]': ['(list(A), int) A', '(map(A, B), A) B'],
	'_&&_': ['(bool, bool) bool'],
	'_||_': ['(bool, bool) bool'],
	'_+_': [
		'(bytes, bytes) bytes',
		'(double, double) double',
		'(duration, duration) duration',
		'(duration, timestamp) timestamp',
		'(timestamp, duration) timestamp',
		'(int, int) int',
		'(list(A), list(A)) list(A)',
		'(string, string) string',
		'(uint, uint) uint',
	],
	'_-_': [
		'(double, double) double',
		'(duration, duration) duration',
		'(int, int) int',
		'(timestamp, duration) timestamp',
		'(timestamp, timestamp) duration',
		'(uint, uint) uint',
	],
	'_*_': ['(double, double) double', '(int, int) int', '(uint, uint) uint'],
	'_/_': ['(double, double) double', '(int, int) int', '(uint, uint) uint'],
	'_%_': ['(int, int) int', '(uint, uint) uint'],
	...comparisons('_<_', '_<=_', '_>_', '_>=_'),
	bool: ['(bool) bool', '(string) bool'],
	bytes: ['(bytes) bytes', '(string) bytes'],
	contains: ['.(string, string) bool'],
	double: ['(double) double', '(int) double', '(string) double', '(uint) double'],
	duration: ['(duration) duration', '(string) duration'],
	dyn: ['(A) dyn'],
	endsWith: ['.(string, string) bool'],
	...partsOfTime('getDate', 'getDayOfMonth', 'getDayOfWeek', 'getDayOfYear', 'getFullYear', 'getMonth'),
	...partsOfTimeAndDuration('getHours', 'getMilliseconds', 'getMinutes', 'getSeconds'),
	int: ['(int) int', '(double) int', '(duration) int', '(string) int', '(timestamp) int', '(uint) int'],
	matches: ['(string, string) bool', '.(string, string) bool'],
	size: ['bytes', 'list(A)', 'map(A, B)', 'string'].flatMap((type) => [`(${type}) int`, `.(${type}) int`]),
	startsWith: ['.(string, string) bool'],
	string: ['string', 'bool', 'bytes', 'double', 'duration', 'int', 'timestamp', 'uint'].map((type) => `(${type}) string`),
	timestamp: ['(timestamp) timestamp', '(int) timestamp', '(string) timestamp'],
	type: ['(A) type(A)'],
	uint: ['(uint) uint', '(double) uint', '(int) uint', '(string) uint'],
};

/** Functions over values that may be absent. */
export const optionalSignatures: CelSignatures = {
	'_?._': ['(dyn, string) optional(V)'],
	'_[?_]': [
		'(list(V), int) optional(V)',
		'(optional(list(V)), int) optional(V)',
		'(map(K, V), K) optional(V)',
		'(optional(map(K, V)), K) optional(V)',
	],
	'_[_]': ['(optional(list(V)), int) optional(V)', '(optional(map(K, V)), K) optional(V)'],
	first: ['.(list(V)) optional(V)'],
	hasValue: ['.(optional(V)) bool'],
	last: ['.(list(V)) optional(V)'],
	'optional.none': ['() optional(V)'],
	'optional.of': ['(V) optional(V)'],
	'optional.ofNonZeroValue': ['(V) optional(V)'],
	'optional.unwrap': ['(list(optional(V))) list(V)'],
	or: ['.(optional(V), optional(V)) optional(V)'],
	orValue: ['.(optional(V), V) V'],
	unwrapOpt: ['.(list(optional(V))) list(V)'],
	value: ['.(optional(V)) V'],
};

export function parseSignature(text: string): CelOverload {
	const [, dot, args, result] = /^(\.?)\((.*)\) (\S.*)$/.exec(text) ?? [];
	if (args === undefined || result === undefined) throw new Error(`not a signature: ${text}`);
	const types = splitTypes(args);
	return {
		member: dot === '.',
		args: types.map(parseType),
		result: parseType(result),
		variables: [...new Set(text.match(/\b[A-Z]\b/g))],
		mixedNumbers: types.length === 2 && types[0] !== types[1] && types.every((type) => ['int', 'uint', 'double'].includes(type)),
	};
}

function comparisons(...names: string[]): CelSignatures {
	const numbers = ['int', 'uint', 'double'];
	const pairs = [
		['bool', 'bool'],
		...numbers.flatMap((left) => numbers.map((right) => [left, right])),
		...['string', 'bytes', 'timestamp', 'duration'].map((type) => [type, type]),
	];
	const signatures = pairs.map(([left, right]) => `(${left}, ${right}) bool`);
	return Object.fromEntries(names.map((name) => [name, signatures]));
}

function partsOfTime(...names: string[]): CelSignatures {
	return Object.fromEntries(names.map((name) => [name, ['.(timestamp) int', '.(timestamp, string) int']]));
}

function partsOfTimeAndDuration(...names: string[]): CelSignatures {
	return Object.fromEntries(names.map((name) => [name, ['.(timestamp) int', '.(timestamp, string) int', '.(duration) int']]));
}
