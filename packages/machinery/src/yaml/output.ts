/**
 * What {@link emit} prints: a tree of scalars, maps and lists in the order in which they are to appear, with comments.
 *
 * Types are gone at this point: an encoder that walks a schema decides what is a string and what is not, and in what
 * order keys stand.
 */
export type OutputNode = OutputScalar | OutputMap | OutputSeq;

export interface OutputScalar extends OutputComments {
	readonly type: 'scalar';
	readonly kind: OutputScalarKind;
	readonly text: string;
}

export type OutputScalarKind =
	/** A string: quoted or written as a block whenever the plain text would be read as something else. */
	| 'string'
	/**
	 * A string whose style was cleared: a value in a map of the commented encoder. YAML 1.1 booleans and base-60
	 * numbers stay plain, and every text with a line break becomes a block when it can.
	 */
	| 'restyled'
	/** A string in double quotes. */
	| 'quoted'
	/** A string in single quotes. */
	| 'single'
	/** A number, a boolean, null or a timestamp: the text as it stands. */
	| 'plain'
	/** An alias, or nothing: the text as it stands, whatever it would be read as. */
	| 'raw'
	/** Bytes that are not UTF-8, in base64, printed with the tag `!!binary`. */
	| 'binary';

export interface OutputMap extends OutputComments {
	readonly type: 'map';
	readonly pairs: readonly OutputPair[];
	/** `{a: b}` on one line. */
	readonly flow?: boolean;
}

export interface OutputPair {
	readonly key: OutputScalar;
	readonly value: OutputNode;
}

export interface OutputSeq extends OutputComments {
	readonly type: 'seq';
	readonly items: readonly OutputNode[];
	/** `[a, b]` on one line. */
	readonly flow?: boolean;
}

/**
 * Comments as go-yaml's node has them, possibly of several lines. A line that does not begin with `#` gets `# ` in
 * front of its first character; an empty line stays empty.
 */
export interface OutputComments {
	/** Above the node. */
	readonly head?: string;
	/** Behind the node, on its line. Behind a block map or list it comes after the whole of it; put it on the key instead. */
	readonly line?: string;
	/** Below the node; on a key, below its value, with an empty line after it. */
	readonly foot?: string;
}

/** A string: `text`, quoted when it must be. */
export function outputString(text: string): OutputScalar {
	return { type: 'scalar', kind: 'string', text };
}

/** A number, a boolean or null, already in its YAML spelling. */
export function outputPlain(text: string): OutputScalar {
	return { type: 'scalar', kind: 'plain', text };
}

/** A map with string keys, in the order given. */
export function outputMap(entries: Iterable<readonly [key: string, value: OutputNode]>): OutputMap {
	const pairs: OutputPair[] = [];
	for (const [key, value] of entries) pairs.push({ key: outputString(key), value });
	return { type: 'map', pairs };
}

export function outputSeq(items: readonly OutputNode[]): OutputSeq {
	return { type: 'seq', items };
}
