import { evaluate } from '../jsonpath/evaluate.ts';
import { goJson } from '../jsonpath/go-json.ts';
import { parsePath } from '../jsonpath/parse-path.ts';
import type { PathNode } from '../jsonpath/path.ts';
import { isComposed, type PlainValue, plainText } from '../jsonpath/plain-value.ts';

/**
 * Where a column of a kind's definition finds its text.
 *
 * @throws Error when the definition's path is none
 */
export function columnPath(name: string, jsonPath: string): readonly PathNode[] {
	try {
		return parsePath(jsonPath);
	} catch (error) {
		throw error instanceof Error
			? new Error(`error parsing column ${JSON.stringify(name)} jsonpath: ${error.message}`, { cause: error })
			: error;
	}
}

/** What the template finds, several values of one path with a space between them. */
export function columnText(path: readonly PathNode[], spec: PlainValue): string {
	return evaluate(path, spec, 'empty')
		.map((values) => values.map(shown).join(' '))
		.join('');
}

function shown(value: PlainValue): string {
	if (value === null) return 'null';
	return isComposed(value) ? goJson(value) : plainText(value);
}
