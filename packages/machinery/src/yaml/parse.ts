import { type ComposeOptions, composeDocuments } from './compose.ts';
import { inputText } from './input-text.ts';
import { defaultYamlLimits, type YamlLimits } from './limits.ts';
import type { SourceText, YamlDocument, YamlStream } from './node.ts';
import { sourceText } from './source-text.ts';
import { readerError } from './yaml-error.ts';

export interface ParseYamlOptions extends ComposeOptions {
	/** What messages call the text: a file's path. */
	readonly name?: string;
	readonly limits?: Partial<YamlLimits>;
}

/** Documents that are read one after another, as they are asked for. */
export interface YamlReading {
	readonly source: SourceText;
	/** Throws what is wrong with a document when it is its turn. Can be gone through once. */
	readonly documents: Iterable<YamlDocument>;
}

/**
 * Reads a stream of YAML documents, and accepts and refuses what go-yaml v4 does when Talos loads a configuration: YAML
 * 1.1 with go-yaml's own ideas, which no library for YAML 1.2 shares.
 *
 * What scalars mean is left to resolution. Throws ConfigError `syntax`, with the place, for text that is not YAML, for
 * duplicate keys (unless they are allowed), for aliases without an anchor or to what contains them, and for text that breaks a limit.
 */
export function parseYaml(input: string | Uint8Array, options: ParseYamlOptions = {}): YamlStream {
	const { source, documents } = readYaml(input, options);
	return { source, documents: [...documents] };
}

/** As {@link parseYaml}, without reading further than it is asked to. */
export function readYaml(input: string | Uint8Array, options: ParseYamlOptions = {}): YamlReading {
	const name = options.name ?? 'input';
	const limits = { ...defaultYamlLimits, ...options.limits };
	if (input.length > limits.size) throw readerError(sourceText(name, ''), 0, `input of ${input.length} bytes exceeds ${limits.size}`);
	const source = inputText(name, input);
	return { source, documents: composeDocuments(source, limits, options) };
}
