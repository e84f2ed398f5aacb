/**
 * A YAML node as the configuration engine sees it: text, style and place, not yet a value.
 *
 * Aliases are resolved by the parser into a copy of the node that they name, which shares its children and says so in
 * `alias`; so a tree may share branches but never contains itself. `at` is the offset of the node's first character in
 * its {@link SourceText}.
 */
export type YamlNode = YamlScalar | YamlMap | YamlSeq;

/** Where a node was written as `*name` instead of being spelled out. */
export interface YamlAlias {
	readonly name: string;
	readonly at: number;
}

export type YamlScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface YamlScalar {
	readonly type: 'scalar';
	readonly at: number;
	/** The text after unescaping and folding; what it means is decided by the type that it is decoded into. */
	readonly text: string;
	readonly style: YamlScalarStyle;
	/** An explicit tag in its long form (`tag:yaml.org,2002:str`), absent when the tag is left to resolution. */
	readonly tag?: string;
	/** Set when this node stands here through an alias: strict checks and patch markers do not look behind one. */
	readonly alias?: YamlAlias;
}

export interface YamlMap {
	readonly type: 'map';
	readonly at: number;
	readonly pairs: readonly YamlPair[];
	readonly flow: boolean;
	readonly tag?: string;
	/** Set when this node stands here through an alias: strict checks and patch markers do not look behind one. */
	readonly alias?: YamlAlias;
}

export interface YamlPair {
	readonly key: YamlNode;
	readonly value: YamlNode;
}

export interface YamlSeq {
	readonly type: 'seq';
	readonly at: number;
	readonly items: readonly YamlNode[];
	readonly flow: boolean;
	readonly tag?: string;
	/** Set when this node stands here through an alias: strict checks and patch markers do not look behind one. */
	readonly alias?: YamlAlias;
}

/** One document of a stream. An empty document, or one of comments only, has no root. */
export interface YamlDocument {
	readonly root: YamlNode | undefined;
	readonly at: number;
}

export interface YamlStream {
	readonly source: SourceText;
	readonly documents: readonly YamlDocument[];
}

/** A text with a name to say in messages, and the way from an offset to a line and a column (both from 1). */
export interface SourceText {
	readonly name: string;
	readonly text: string;
	position(offset: number): { readonly line: number; readonly column: number };
}
