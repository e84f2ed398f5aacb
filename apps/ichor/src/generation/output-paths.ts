import { join } from 'node:path';
import { multiErrorText } from '@ichor/std';

/** What `gen config` writes, in this order. */
export const outputTypes = ['controlplane', 'worker', 'talosconfig'] as const;
export type OutputType = (typeof outputTypes)[number];

/** Standard output, in the place of a path. */
export const standardOutput = '-';

export interface OutputChoice {
	readonly types: readonly string[];
	readonly output: string;
	/** The older spelling of `output`, which is a folder for a single type too. */
	readonly outputDir: string;
}

/**
 * Where each of the wanted files goes: into a folder when there are several, to the path itself when there is one.
 *
 * @throws Error when the choice contradicts itself
 */
export function outputPaths({ types, output, outputDir }: OutputChoice): ReadonlyMap<OutputType, string> {
	if (types.length === 0) throw new Error('at least one output type must be specified');
	if (types.length > 1 && output === standardOutput) throw new Error("can't use multiple output types with stdout");
	if (outputDir !== '' && output !== '') throw new Error("can't use both output-dir and output");
	const unknown = types.filter((type) => !isOutputType(type)).map((type) => `invalid output type: ${JSON.stringify(type)}`);
	if (unknown.length > 0) throw new Error(multiErrorText(unknown));
	const target = outputDir || output;
	const itself = target === standardOutput || (types.length === 1 && output !== '');
	const wanted = outputTypes.filter((type) => types.includes(type));
	return new Map(wanted.map((type) => [type, itself ? target : join(target === '' ? process.cwd() : target, fileName(type))]));
}

function isOutputType(type: string): type is OutputType {
	return outputTypes.some((known) => known === type);
}

function fileName(type: OutputType): string {
	return type === 'talosconfig' ? type : `${type}.yaml`;
}
