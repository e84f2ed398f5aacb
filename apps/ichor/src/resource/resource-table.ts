import type { Resource, ResourceDefinitionSpec } from '@ichor/api/cosi';
import type { Terminal } from '../command/terminal.ts';
import type { PathNode } from '../jsonpath/path.ts';
import { plainOfYaml } from '../jsonpath/plain-value.ts';
import { table } from '../output/table.ts';
import { columnPath, columnText } from './print-column.ts';
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
			...this.#columns.map((path) => columnText(path, value)),
		]);
	}

	flush(): void {
		if (this.#rows.length > 0) this.#terminal.out(table(this.#rows));
		this.#rows = [];
	}
}

const changeMarks: Readonly<Record<ChangeName, string>> = { created: '+', updated: ' ', destroyed: '-' };
