import type { SourceText, YamlDocument, YamlMap } from '../yaml/node.ts';
import { type ParseYamlOptions, readYaml, type YamlReading } from '../yaml/parse.ts';
import { checkContainer } from './container.ts';
import type { ConfigDocument, MachineConfig } from './document.ts';
import { ConfigError } from './errors.ts';
import { documentId, type ReadOptions, readDocument } from './read-document.ts';
import { isNull } from './scalars/scalar-codec.ts';

export interface LoadOptions extends ReadOptions {
	/** What messages call the text: the path of its file. */
	readonly name?: string;
}

/**
 * Reads a machine configuration: a stream of YAML documents, each of a known kind, strictly by its schema, no identity
 * twice, none that exclude each other. The root document comes first in the result, wherever it stood.
 *
 * Throws ConfigError: `syntax` for text that is not YAML, `decode` for documents that do not fit, `conflict` for
 * documents that cannot stand together. The rules of validation are not looked at.
 */
export function loadConfig(text: string | Uint8Array, options: LoadOptions = {}): MachineConfig {
	const { source, documents } = readStream(text, options.name === undefined ? {} : { name: options.name });
	const seen = new Set<string>();
	const read: ConfigDocument[] = [];
	for (const { root } of documents) {
		if (root === undefined || isNull(root)) continue;
		if (root.type === 'map') refuseDuplicate(root, source, seen);
		read.push(readDocument(root, source, options));
	}
	if (read.length === 0) throw new ConfigError('decode', 'config not found');
	return checkContainer(read);
}

/** The documents of a text as YAML has them, one after another. Throws ConfigError `syntax` when it is their turn. */
export function readStream(text: string | Uint8Array, options: ParseYamlOptions): YamlReading {
	const { source, documents } = decoding(() => readYaml(text, { ...options, duplicateKeys: true }));
	return { source, documents: eachDecoding(documents) };
}

function* eachDecoding(documents: Iterable<YamlDocument>): Generator<YamlDocument> {
	const iterator = documents[Symbol.iterator]();
	for (let next = decoding(() => iterator.next()); next.done !== true; next = decoding(() => iterator.next())) yield next.value;
}

function decoding<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		throw new ConfigError('syntax', `decode error: ${error.message}`, { cause: error, places: error.places });
	}
}

function refuseDuplicate(root: YamlMap, source: SourceText, seen: Set<string>): void {
	const id = documentId(root);
	const key = `${id.apiVersion}/${id.kind}/${id.name}`;
	if (!seen.has(key)) {
		seen.add(key);
		return;
	}
	const { line, column } = source.position(root.at);
	throw new ConfigError('decode', `duplicate document ${key} is not allowed (line ${line})`, {
		places: [{ source: source.name, line, column, message: 'this document is in the configuration already' }],
	});
}
