/**
 * The shape of the configuration as data: what the generator writes from `model/` and what decoding, encoding,
 * merging, redaction and `explain` walk. Field order is the order of encoding.
 */
export interface StructSchema {
	/** The type's name in upstream's vocabulary, which error texts quote: `network.BondConfigV1Alpha1`. */
	readonly name: string;
	readonly fields: readonly FieldSchema[];
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
}

export type TypeSchema =
	| { readonly of: 'scalar'; readonly scalar: string }
	| { readonly of: 'struct'; readonly struct: StructSchema }
	| { readonly of: 'list'; readonly item: TypeSchema; /** Upstream's named list type, where it has one. */ readonly name?: string }
	| { readonly of: 'map'; readonly value: TypeSchema; readonly name?: string }
	/** Free-form YAML (`meta.Unstructured`): a mapping of anything. */
	| { readonly of: 'any' };
