import type { Resource, ResourceDefinitionSpec } from '@ichor/api/cosi';
import type { Terminal } from '../command/terminal.ts';
import { evaluate } from '../jsonpath/evaluate.ts';
import { goJson } from '../jsonpath/go-json.ts';
import { parsePath } from '../jsonpath/parse-path.ts';
import type { PathNode } from '../jsonpath/path.ts';
import { isComposed, type PlainValue, plainOfYaml, plainText } from '../jsonpath/plain-value.ts';
import { table } from '../output/table.ts';
import type { ChangeName } from './resource-view.ts';
import type { ResourceWriter } from './resource-writer.ts';

/** Prints resources as a table, with the columns that their kind's definition names. */
export class ResourceTable implements ResourceWriter {
	readonly #terminal: Terminal;
	readonly #columns: (readonly PathNode[])[] = [];
	#displayType = '';
	#watched = false;
	#rows: string[][] = [];

	constructor(terminal: Terminal) {
		this.#terminal = terminal;
	}

	begin({ displayType, printColumns }: ResourceDefinitionSpec, watched: boolean): void {
		this.#displayType = displayType;
		this.#watched = watched;
		for (const { name, jsonPath } of printColumns) this.#columns.push(columnPath(name, jsonPath));
		const own = printColumns.map(({ name }) => name.toUpperCase());
		this.#rows.push(['NODE', ...(watched ? ['*'] : []), 'NAMESPACE', 'TYPE', 'ID', 'VERSION', ...own]);
	}

	write(node: string, { metadata, spec }: Resource, change?: ChangeName): void {
		const value = spec === undefined || spec.yamlSpec === '' ? new Map() : plainOfYaml(spec.yamlSpec);
		this.#rows.push([
			node,
			...(this.#watched && change !== undefined ? [changeMarks[change]] : []),
			metadata?.namespace ?? '',
			this.#displayType,
			metadata?.id ?? '',
			metadata?.version ?? '',
			...this.#columns.map((path) => cell(path, value)),
		]);
	}

	flush(): void {
		if (this.#rows.length > 0) this.#terminal.out(table(this.#rows));
		this.#rows = [];
	}
}

const changeMarks: Readonly<Record<ChangeName, string>> = { created: '+', updated: ' ', destroyed: '-' };

function columnPath(name: string, jsonPath: string): readonly PathNode[] {
	try {
		return parsePath(jsonPath);
	} catch (error) {
		throw error instanceof Error
			? new Error(`error parsing column ${JSON.stringify(name)} jsonpath: ${error.message}`, { cause: error })
			: error;
	}
}

/** What the template finds, several values of one path with a space between them. */
function cell(path: readonly PathNode[], spec: PlainValue): string {
	return evaluate(path, spec, 'empty')
		.map((values) => values.map(shown).join(' '))
		.join('');
}

function shown(value: PlainValue): string {
	if (value === null) return 'null';
	return isComposed(value) ? goJson(value) : plainText(value);
}
