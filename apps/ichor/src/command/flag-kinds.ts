import { parseCsv, printCsv } from './csv.ts';
import type { Flag, ValueCompletion } from './flag.ts';
import { parseBoolean, parseInteger } from './go-scalars.ts';

/** What every kind of flag may be told. */
interface FlagOptions {
	readonly shorthand?: string;
	readonly hidden?: boolean;
	readonly required?: boolean;
	readonly deprecated?: string;
	readonly completion?: ValueCompletion;
}

/** On or off. It stands alone, or has its value behind an equals sign: `--force`, `--force=false`. */
export function toggle(name: string, usage: string, options: FlagOptions & { readonly initial?: boolean } = {}): Flag<boolean> {
	const initial = options.initial ?? false;
	return {
		...common(name, usage, options, { kind: 'choices', choices: ['true', 'false'] }),
		valueName: '',
		initial,
		...(initial ? { shownInitial: 'true' } : {}),
		bare: 'true',
		repeatable: false,
		accept: parseBoolean,
	};
}

/** Any text; the last one counts. */
export function text(name: string, usage: string, options: FlagOptions & { readonly initial?: string } = {}): Flag<string> {
	const initial = options.initial ?? '';
	return {
		...common(name, usage, options, { kind: 'files' }),
		valueName: 'string',
		initial,
		...(initial === '' ? {} : { shownInitial: JSON.stringify(initial) }),
		repeatable: false,
		accept: (given) => given,
	};
}

/** A whole number of 64 bits, or of fewer, in any of Go's bases. */
export function integer(
	name: string,
	usage: string,
	options: FlagOptions & { readonly initial: number; readonly type?: 'int' | 'int32' },
): Flag<number> {
	const { initial, type = 'int' } = options;
	return {
		...common(name, usage, options, { kind: 'nothing' }),
		valueName: type,
		initial,
		...(initial === 0 ? {} : { shownInitial: String(initial) }),
		repeatable: false,
		accept: (given) => parseInteger(given, type === 'int32' ? 32 : 64),
	};
}

/** Texts, several in one value as a line of CSV and several values. The first value replaces the initial ones. */
export function csv(
	name: string,
	usage: string,
	options: FlagOptions & { readonly initial?: readonly string[] } = {},
): Flag<readonly string[]> {
	const initial = options.initial ?? [];
	return {
		...common(name, usage, options, { kind: 'files' }),
		valueName: 'strings',
		initial,
		...(initial.length === 0 ? {} : { shownInitial: `[${printCsv(initial)}]` }),
		repeatable: true,
		accept: (given, previous) => [...(previous ?? []), ...parseCsv(given)],
	};
}

/** Texts, one for each occurrence, commas and all. */
export function list(name: string, usage: string, options: FlagOptions = {}): Flag<readonly string[]> {
	return {
		...common(name, usage, options, { kind: 'files' }),
		valueName: 'stringArray',
		initial: [],
		repeatable: true,
		accept: (given, previous) => [...(previous ?? []), given],
	};
}

function common(name: string, usage: string, options: FlagOptions, completion: ValueCompletion) {
	return {
		name,
		usage,
		...(options.shorthand === undefined ? {} : { shorthand: options.shorthand }),
		...(options.deprecated === undefined ? {} : { deprecated: options.deprecated }),
		hidden: options.hidden ?? options.deprecated !== undefined,
		required: options.required ?? false,
		completion: options.completion ?? completion,
	};
}
