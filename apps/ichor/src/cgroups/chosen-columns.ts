import { readFileSync } from 'node:fs';
import { systemErrorText } from '@ichor/std/node/system-error';
import { load } from 'js-yaml';
import { type CgroupColumn, cgroupPresets } from './presets.ts';

/**
 * The columns of a preset or of a file.
 *
 * @throws Error when neither is named, for a preset that is none, and for a file that cannot be read
 */
export function chosenColumns({ schemaFile, preset }: { readonly schemaFile: string; readonly preset: string }): readonly CgroupColumn[] {
	if (schemaFile !== '') return columnsIn(schemaFile);
	if (preset === '') throw new Error('either schema file or preset must be specified');
	const found = Object.entries(cgroupPresets).find(([name]) => name === preset);
	if (found === undefined) throw new Error(`invalid preset name: ${preset} (valid [${Object.keys(cgroupPresets).join(' ')}])`);
	return found[1];
}

function columnsIn(path: string): readonly CgroupColumn[] {
	const content = readFile(path);
	try {
		const { columns = [] } = (load(content) ?? {}) as { readonly columns?: unknown };
		if (!Array.isArray(columns)) throw new Error('columns are not a list');
		return columns.map((column: Readonly<Record<string, unknown>> | null) => ({
			name: String(column?.['name'] ?? ''),
			template: String(column?.['template'] ?? ''),
		}));
	} catch (error) {
		throw new Error(`error decoding schema file: ${(error as Error).message}`, { cause: error });
	}
}

function readFile(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		throw new Error(`error opening schema file: ${systemErrorText(error as NodeJS.ErrnoException)}`, { cause: error });
	}
}
