/** The whole of `packages/machinery/model`, read and checked. */
export interface Model {
	readonly scalars: ReadonlyMap<string, ModelScalar>;
	readonly enums: ReadonlyMap<string, ModelEnum>;
	readonly files: readonly ModelFile[];
	/** Every struct by its name, which is unique in the whole model. */
	readonly structs: ReadonlyMap<string, ModelStruct>;
}

/** One file: a kind of document with the structs that only it uses, or structs that several kinds share. */
export interface ModelFile {
	/** `network/bond-config` */
	readonly path: string;
	readonly domain: string;
	readonly kind?: ModelKind;
	readonly structs: readonly ModelStruct[];
}

export interface ModelKind {
	readonly kind: string;
	readonly since: string;
	readonly named: boolean;
	readonly controlPlaneOnly: boolean;
}

export interface ModelStruct {
	readonly name: string;
	readonly upstream: string;
	readonly file: string;
	readonly doc: string;
	/** The commented encoder writes no comments inside, but for fields that are `commented`. */
	readonly hidden: boolean;
	readonly zeroBy?: readonly string[];
	readonly examples: readonly ModelExample[];
	readonly members: readonly (ModelField | ModelEmbedding)[];
}

/** `...Name: {}`: the fields of another struct stand here. */
export interface ModelEmbedding {
	readonly embeds: string;
}

export interface ModelField {
	readonly name: string;
	readonly type: ModelType;
	readonly doc: string;
	readonly nullable: boolean;
	/** Encoded even when zero. */
	readonly always: boolean;
	readonly replace: boolean;
	readonly omitOnlyIfNil: boolean;
	readonly deprecated: boolean;
	readonly hidden: boolean;
	readonly secret: boolean;
	/** Commented although its struct is hidden. */
	readonly commented: boolean;
	/** What an absent value means, in words or as the value itself. */
	readonly default?: string;
	/** The release that brought the field, where it came later than its document. */
	readonly since?: string;
	/** The values that are taken, where the type does not tell them. */
	readonly values?: readonly string[];
	/** Kinds or paths that do the same since the field is deprecated. */
	readonly replacedBy?: readonly string[];
	readonly examples: readonly ModelExample[];
}

export interface ModelExample {
	readonly name?: string;
	readonly value: unknown;
}

export type ModelType =
	| SingleType
	| { readonly of: 'list' | 'map'; readonly item: ModelType; readonly nullable: boolean; readonly upstream?: string };

export type SingleType =
	| { readonly of: 'scalar'; readonly name: string }
	| { readonly of: 'enum'; readonly name: string }
	| { readonly of: 'struct'; readonly name: string }
	| { readonly of: 'any' };

export interface ModelScalar {
	readonly name: string;
	readonly upstream: string;
	/** The TypeScript type of a decoded value. */
	readonly holds: string;
	/** The name that the TypeScript type goes by; several scalars may share one. */
	readonly alias?: string;
	readonly doc?: string;
}

export interface ModelEnum {
	readonly name: string;
	readonly upstream: string;
	readonly values: readonly string[];
	readonly zero?: string;
	readonly open: boolean;
	readonly exact: boolean;
	readonly aliases?: Readonly<Record<string, string>>;
	readonly numbers?: readonly [number, number];
}

/** The fields of a struct in the order of encoding, embedded ones included, each with the struct that declares it. */
export function flatFields(model: Model, struct: ModelStruct): readonly { readonly field: ModelField; readonly from: ModelStruct }[] {
	return struct.members.flatMap((member) => {
		if (!('embeds' in member)) return [{ field: member, from: struct }];
		const embedded = model.structs.get(member.embeds);
		if (embedded === undefined) throw new Error(`${struct.file}: ${struct.name} embeds ${member.embeds}, which is not there`);
		return flatFields(model, embedded);
	});
}

/** What the items of lists and maps are in the end. */
export function innermost(type: ModelType): SingleType {
	return 'item' in type ? innermost(type.item) : type;
}
