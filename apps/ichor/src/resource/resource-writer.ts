import type { Resource, ResourceDefinitionSpec } from '@ichor/api/cosi';
import { emit } from '@ichor/machinery/yaml';
import type { Terminal } from '../command/terminal.ts';
import { evaluate } from '../jsonpath/evaluate.ts';
import { goJson } from '../jsonpath/go-json.ts';
import { parsePath } from '../jsonpath/parse-path.ts';
import type { PathNode } from '../jsonpath/path.ts';
import { isComposed, type PlainValue, plainOfYaml, plainText } from '../jsonpath/plain-value.ts';
import { ResourceTable } from './resource-table.ts';
import { type ChangeName, resourceOutput, resourceYaml } from './resource-view.ts';

/** Prints resources, one after another. */
export interface ResourceWriter {
	/** Before the first resource. */
	begin(definition: ResourceDefinitionSpec, watched: boolean): void;
	write(node: string, resource: Resource, change?: ChangeName): void;
	/** Prints what was held back to align it. */
	flush(): void;
}

/**
 * The writer of an output format: `table`, `yaml`, `json`, `jsonpath=TEMPLATE`.
 *
 * @throws Error for a format that does not exist, and for a template that is none
 */
export function resourceWriter(format: string, terminal: Terminal): ResourceWriter {
	if (format === 'table') return new ResourceTable(terminal);
	if (format === 'yaml') return yamlWriter(terminal);
	const print = format === 'json' ? printJson : format.startsWith('jsonpath=') ? printFound(format.slice('jsonpath='.length)) : undefined;
	if (print === undefined) throw new Error(`output format ${JSON.stringify(format)} is not supported`);
	return {
		begin: () => undefined,
		write: (node, resource, change) => terminal.out(print(plainResource(node, resource, change))),
		flush: () => undefined,
	};
}

function yamlWriter(terminal: Terminal): ResourceWriter {
	let separator = '';
	return {
		begin: () => undefined,
		write(node, resource, change) {
			terminal.out(`${separator}${resourceYaml(node, resource, change)}`);
			separator = '---\n';
		},
		flush: () => undefined,
	};
}

/** What the YAML means: a version is a number, times are times. */
function plainResource(node: string, resource: Resource, change: ChangeName | undefined): PlainValue {
	const plain = plainOfYaml(emit(resourceOutput(resource), 'config-1.13'));
	const fields = plain instanceof Map ? (plain as ReadonlyMap<string, PlainValue>) : new Map<string, PlainValue>();
	return new Map<string, PlainValue>([...fields, ['node', node], ...(change === undefined ? [] : [['event', change] as const])]);
}

const indent = '    ';

function printJson(value: PlainValue): string {
	return `${goJson(value, indent)}\n`;
}

function printFound(template: string): (value: PlainValue) => string {
	const path = parsed(template);
	return (value) => found(path, value).flat().map(printOne).join('');
}

function parsed(template: string): readonly PathNode[] {
	try {
		return parsePath(template);
	} catch (error) {
		throw error instanceof Error ? new Error(`error parsing jsonpath: ${error.message}`, { cause: error }) : error;
	}
}

function found(path: readonly PathNode[], value: PlainValue): readonly (readonly PlainValue[])[] {
	try {
		return evaluate(path, value, 'refused');
	} catch (error) {
		throw error instanceof Error ? new Error(`error finding result for jsonpath: ${error.message}`, { cause: error }) : error;
	}
}

function printOne(value: PlainValue): string {
	return `${isComposed(value) ? goJson(value, indent) : plainText(value)}\n`;
}
