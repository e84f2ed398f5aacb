import { isDeepStrictEqual } from 'node:util';
import { isFields } from '../fields.ts';

/** What is different of two specs as people see them, a text for each place: `ready: true -> false`. */
function differences(before: unknown, after: unknown, path = ''): readonly string[] {
	if (isDeepStrictEqual(before, after)) return [];
	const [byName, newByName] = [named(before), named(after)];
	if (byName !== undefined && newByName !== undefined) return differences(byName, newByName, path);
	if (!isFields(before) || !isFields(after)) return [`${path === '' ? 'spec' : path}: ${shown(before)} -> ${shown(after)}`];
	return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
		differences(before[key], after[key], path === '' ? key : `${path}.${key}`),
	);
}

/** The first of them, in one line. */
export function differencesText(before: unknown, after: unknown): string {
	const all = differences(before, after);
	const more = all.length - mostShown;
	return `${all.slice(0, mostShown).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

/** A list of things with names, by their names. */
function named(value: unknown): Readonly<Record<string, unknown>> | undefined {
	if (!Array.isArray(value)) return undefined;
	const items = value.map((item: unknown) => (isFields(item) && typeof item.name === 'string' ? ([item.name, item] as const) : undefined));
	if (items.includes(undefined)) return undefined;
	return Object.fromEntries(items.filter((item) => item !== undefined));
}

function shown(value: unknown): string {
	const text = value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const mostShown = 3;
const longest = 60;
