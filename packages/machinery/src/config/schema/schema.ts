/**
 * The shape of the configuration as data: what the generator writes from `model/` and what decoding, encoding,
 * merging, redaction and `explain` walk. Field order is the order of encoding.
 */
export interface StructSchema {
	/** The type's name in upstream's vocabulary, which error texts quote: `network.BondConfigV1Alpha1`. */
	readonly name: string;
	/** Embedded structs stand flattened at their place; `FieldSchema.from` says where each came from. */
	readonly fields: readonly FieldSchema[];
	/** Counts as zero, and is left out of the encoding, when these fields are, whatever the others hold. */
	readonly zeroBy?: readonly string[];
}

export interface FieldSchema {
	/** The key in YAML. */
	readonly name: string;
	readonly type: TypeSchema;
	/** A Go pointer: absent and zero are different, and absent without `omitEmpty` prints `null`. */
	readonly nullable?: true;
	/** Left out of the encoding when zero. */
	readonly omitEmpty?: true;
	/** A patch replaces the whole value instead of merging into it. */
	readonly replace?: true;
	/** Superseded by a document of its own; decoded and honoured, absent from JSON schema and comments. */
	readonly deprecated?: true;
	readonly hidden?: true;
	/** Holds a secret: redaction replaces it, nothing prints it. */
	readonly secret?: true;
	/** The commented encoder leaves it out only when absent, not when empty (upstream's `omitonlyifnil`). */
	readonly omitOnlyIfNil?: true;
	/** The embedded struct that upstream declares it in, by upstream's name: `network.CommonLinkConfig`. */
	readonly from?: string;
}

export type TypeSchema =
	| ScalarSchema
	| { readonly of: 'struct'; readonly struct: StructSchema }
	| ListSchema
	| MapSchema
	/** Free-form YAML (`meta.Unstructured`): a mapping of anything. */
	| { readonly of: 'any' };

export interface ListSchema {
	readonly of: 'list';
	readonly item: TypeSchema;
	/** Upstream's named list type, where it has one. */
	readonly name?: string;
	/** An item may be null (a list of Go pointers). */
	readonly nullable?: true;
	/** Stands on one line, in brackets: upstream's encoder can do it, no document asks for it today. */
	readonly flow?: true;
}

export interface MapSchema {
	readonly of: 'map';
	readonly value: TypeSchema;
	/** Upstream's named map type, where it has one. */
	readonly name?: string;
	/** A value may be null (a map of Go pointers). */
	readonly nullable?: true;
}

export interface ScalarSchema {
	readonly of: 'scalar';
	/** Upstream's name of the type: `string`, `uint32`, `time.Duration`, `nethelpers.BondMode`. */
	readonly scalar: string;
	/** For a type with a set of texts. */
	readonly enum?: EnumSchema;
}

/** A set of texts, each in its canonical spelling. */
export interface EnumSchema {
	readonly values: readonly string[];
	/** What Go's zero value prints as; not among `values` where zero is no value. Absent: the empty text. */
	readonly zero?: string;
	/** Decoding takes any text; validation judges it. */
	readonly open?: true;
	/** Decoding minds the letter case; otherwise it does not. */
	readonly exact?: true;
	/** Other texts that are read, and the values that they mean. */
	readonly aliases?: { readonly [text: string]: string };
	/** Numbers from first to last are values too, written in decimal. */
	readonly numbers?: readonly [first: number, last: number];
}
