import type { SourceText, YamlMap, YamlNode } from '../yaml/node.ts';
import { findDuplicateKeys, refuseDuplicateKeys } from '../yaml/unique-keys.ts';
import { type DecodeIssue, decodeStruct, issueOf } from './decode.ts';
import { decodeFreeForm } from './decode-free-form.ts';
import type { ConfigDocument, DocumentKind } from './document.ts';
import { meantHint, refusalAt, typeRefusal, unknownKeysRefusal } from './document-refusals.ts';
import { ConfigError } from './errors.ts';
import { quote } from './quote.ts';
import { attempt, TextRefusal } from './scalars/refusal.ts';
import { isNull, stringOf } from './scalars/scalar-codec.ts';
import type { StructValue } from './schema/zero.ts';
import { documentKinds, findDocumentKind } from './types/index.ts';
import { findUnknownKeys } from './unknown-keys.ts';

export interface ReadOptions {
	/** Lets documents through whose kind is not known, instead of refusing them. */
	readonly allowUnknown?: boolean;
	/** Where kinds are looked up: the registry by default. `kind` is `v1alpha1` for the root document. */
	readonly findKind?: (kind: string, apiVersion: string) => DocumentKind | undefined;
}

/** What tells a document from others, as its text has it: an empty text for what is not written. */
export interface DocumentId {
	readonly apiVersion: string;
	/** `v1alpha1` without one. */
	readonly kind: string;
	readonly name: string;
}

/** A document by its kind's schema. Throws ConfigError `decode` for one that does not fit. */
export function readDocument(root: YamlNode, source: SourceText, options: ReadOptions = {}): ConfigDocument {
	const { line } = source.position(root.at);
	if (root.type !== 'map') throw refusalAt(source, root.at, `expected a YAML document at line ${line}`, 'a document is a map');
	const { apiVersion, kind, name } = documentId(root);
	try {
		return new DocumentReader(root, source, options).read();
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		const message = `error decoding document ${apiVersion}/${kind}/${name} (line ${line}): ${error.message}`;
		throw new ConfigError(error.code, message, { cause: error, places: error.places });
	}
}

/** A document's identity by the text of its keys, before it is decoded. */
export function documentId(root: YamlMap): DocumentId {
	return { apiVersion: findText(root, 'apiVersion'), kind: findText(root, 'kind') || 'v1alpha1', name: findText(root, 'name') };
}

/** The text behind a key; an alias counts as its name, and anything but a scalar as no text. */
export function findText(map: YamlMap, name: string): string {
	return textOf(map.pairs.find(({ key }) => key.type === 'scalar' && key.alias === undefined && key.text === name)?.value);
}

function textOf(node: YamlNode | undefined): string {
	return node?.alias?.name ?? (node?.type === 'scalar' ? node.text : '');
}

class DocumentReader {
	readonly #root: YamlMap;
	readonly #source: SourceText;
	readonly #options: ReadOptions;

	constructor(root: YamlMap, source: SourceText, options: ReadOptions) {
		this.#root = root;
		this.#source = source;
		this.#options = options;
	}

	read(): ConfigDocument {
		const { version, kind } = this.#identity();
		if (kind === '' && version !== 'v1alpha1') throw this.#refusal('missing kind', this.#root.at, this.#rootKeyHint());
		if (version === '') throw this.#refusal('missing apiVersion', this.#root.at, 'add `apiVersion: v1alpha1`');
		const definition = (this.#options.findKind ?? findRegisteredKind)(kind || 'v1alpha1', version);
		if (definition !== undefined) return this.#known(kind, definition);
		if (this.#options.allowUnknown === true) return this.#unknown(version, kind);
		throw this.#notRegistered(version, kind);
	}

	#notRegistered(version: string, kind: string): ConfigError {
		const kinds = documentKinds.map((known) => known.kind);
		const hint = version === 'v1alpha1' ? meantHint(kind, kinds) : 'all documents are of `apiVersion: v1alpha1`';
		const at = this.#root.pairs.find(({ key }) => key.type === 'scalar' && key.text === 'kind')?.value.at ?? this.#root.at;
		return this.#refusal(`${quote(kind)} ${quote(version)}: not registered`, at, hint);
	}

	/** A document without a kind is the root document, or means to be. */
	#rootKeyHint(): string {
		const hints = this.#root.pairs.map(({ key }) => meantHint(textOf(key), [...rootKeys]));
		return hints.find((hint) => hint !== undefined) ?? 'a document needs `kind`, or `machine` or `cluster`';
	}

	/**
	 * The version and the kind. Upstream looks for these words among values as well as keys, so that `name: machine`
	 * counts as a key (a slip).
	 */
	#identity(): { readonly version: string; readonly kind: string } {
		let version = '';
		let kind = '';
		const nodes = this.#root.pairs.flatMap(({ key, value }) => [key, value]);
		for (const [index, node] of nodes.entries()) {
			const word = textOf(node);
			if (rootKeys.has(word)) version = 'v1alpha1';
			if (word !== 'kind' && word !== 'apiVersion') continue;
			const next = nodes[index + 1];
			if (next === undefined)
				throw this.#refusal('recovered: runtime error: index out of range', node.at, `a document cannot end with the word ${word}`);
			if (isNull(next)) continue;
			const text = attempt(() => stringOf(next));
			if (text instanceof TextRefusal)
				throw typeRefusal(this.#source, word === 'kind' ? 'kind decode' : 'version decode', [issueOf(text, next.at)]);
			if (word === 'kind') kind = text;
			else version = text;
		}
		return { version, kind };
	}

	#known(kind: string, definition: DocumentKind): ConfigDocument {
		const issues: DecodeIssue[] = [...findDuplicateKeys(this.#root, this.#source)];
		const value = issues.length > 0 ? {} : decodeStruct(this.#root, definition.schema, issues);
		if (issues.length > 0) throw typeRefusal(this.#source, `error decoding ${kind} to *${definition.schema.name}`, issues);
		const unknown = attempt(() => findUnknownKeys(this.#root, this.#source, definition.schema));
		if (unknown instanceof TextRefusal) throw this.#refusal(unknown.message, this.#root.at);
		if (unknown !== undefined) throw unknownKeysRefusal(this.#source, unknown);
		return {
			apiVersion: textIn(value, 'apiVersion'),
			kind: definition.kind,
			...(definition.named ? { name: textIn(value, 'name') } : {}),
			definition,
			value,
			node: this.#root,
			source: this.#source,
		};
	}

	#unknown(apiVersion: string, kind: string): ConfigDocument {
		refuseDuplicateKeys(this.#root, this.#source);
		const value = attempt(() => decodeFreeForm(this.#root));
		if (value instanceof TextRefusal) throw this.#refusal(value.message, this.#root.at);
		const name = findText(this.#root, 'name');
		return { apiVersion, kind, ...(name === '' ? {} : { name }), value: value as object, node: this.#root, source: this.#source };
	}

	#refusal(message: string, at: number, hint?: string): ConfigError {
		return refusalAt(this.#source, at, message, hint);
	}
}

/** All documents are of one version; a root document that says its kind may say any. */
function findRegisteredKind(kind: string, apiVersion: string): DocumentKind | undefined {
	return apiVersion === 'v1alpha1' || kind === 'v1alpha1' ? findDocumentKind(kind) : undefined;
}

/** Keys that only the root document has, and that stand for its version when it names none. */
const rootKeys: ReadonlySet<string> = new Set(['machine', 'cluster', 'debug', 'persist']);

function textIn(value: StructValue, key: string): string {
	const text = value[key];
	return typeof text === 'string' ? text : '';
}
