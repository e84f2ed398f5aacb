import { ConfigError } from '../config/errors.ts';
import type { SourceText } from './node.ts';

/** Where reading failed, in go-yaml's words. */
export type YamlStage = 'reader' | 'scanner' | 'parser' | 'composer' | 'resolver' | 'constructor';

/** What was being read when the problem turned up, and where that began. */
export interface YamlContext {
	readonly doing: string;
	readonly at: number;
}

/** An error about the text, in go-yaml's form: `go-yaml load error in parser (while …) at L1.C1-L2.C3: …`. */
export function yamlError(source: SourceText, stage: YamlStage, at: number, problem: string, context?: YamlContext): ConfigError {
	const place = source.position(at);
	const doing = context === undefined ? '' : ` (${context.doing})`;
	return new ConfigError('syntax', `go-yaml load error in ${stage}${doing} at ${range(source, at, context)}: ${problem}`, {
		places: [{ source: source.name, line: place.line, column: place.column, message: problem }],
	});
}

/** An error about the bytes of an input, which go-yaml reports without a position; `places` have it. */
export function readerError(source: SourceText, at: number, problem: string): ConfigError {
	const place = source.position(at);
	return new ConfigError('syntax', `go-yaml load error in reader at <unknown position>: ${problem}`, {
		places: [{ source: source.name, line: place.line, column: place.column, message: problem }],
	});
}

function range(source: SourceText, at: number, context: YamlContext | undefined): string {
	const to = source.position(at);
	if (context === undefined) return `L${to.line}.C${to.column}`;
	const from = source.position(context.at);
	const start = `L${from.line}.C${from.column}`;
	if (from.line !== to.line) return `${start}-L${to.line}.C${to.column}`;
	return from.column === to.column ? start : `${start}-C${to.column}`;
}
