import type { YamlScalarStyle } from './node.ts';

/** What a text is cut into: see {@link Scanner}. */
export interface Token {
	readonly type: TokenType;
	/** Where it begins. */
	readonly at: number;
	/** Where it ends: the place of the empty node that may follow it. */
	readonly end: number;
	/** The text of a scalar, the name of an anchor or alias, the handle of a tag or of a directive. */
	readonly text: string;
	/** The rest of a tag, the prefix of a %TAG directive, the version of a %YAML directive. */
	readonly suffix: string;
	/** The style of a scalar. */
	readonly style: YamlScalarStyle;
	/** How many tokens, which are made when they are asked for, stand in front of this one: a key, a block map and a key. */
	ahead: 0 | 1 | 2;
}

export type TokenType =
	| 'stream-end'
	| 'version-directive'
	| 'tag-directive'
	| 'document-start'
	| 'document-end'
	| 'block-seq'
	| 'block-map'
	| 'block-end'
	| 'flow-seq'
	| 'flow-seq-end'
	| 'flow-map'
	| 'flow-map-end'
	/** `-` */
	| 'entry'
	/** `,` */
	| 'comma'
	/** `?`, or the beginning of a key that a `:` on its line turned out to follow. */
	| 'key'
	/** `:` */
	| 'value'
	| 'alias'
	| 'anchor'
	| 'tag'
	| 'scalar';

export function token(type: TokenType, at: number, end: number, text = '', suffix = ''): Token {
	return { type, at, end, text, suffix, style: 'plain', ahead: 0 };
}

export function scalarToken(at: number, end: number, text: string, style: YamlScalarStyle): Token {
	return { type: 'scalar', at, end, text, suffix: '', style, ahead: 0 };
}
