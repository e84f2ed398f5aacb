import type { ConfigValue } from '../document.ts';

/** The documentation of one domain's structs, by upstream's name of the struct (`StructSchema.name`). */
export type DomainDocs = Readonly<Record<string, StructDocs>>;

export interface StructDocs {
	/** The name that the struct has here: `LinkRoute`. */
	readonly name: string;
	/** The first line is a sentence that stands alone; the rest is a paragraph. */
	readonly doc: string;
	readonly examples?: readonly ExampleDocs[];
	/** Fields that the struct declares itself; those of an embedded struct stand there (`FieldSchema.from`). */
	readonly fields: Readonly<Record<string, FieldDocs>>;
}

export interface FieldDocs {
	readonly doc: string;
	/** As the model writes it: `uint32`, `LinkRoute[]`, `map<string>`. */
	readonly type: string;
	/** The commented encoder writes nothing about it. */
	readonly hidden?: true;
	/** What an absent value means: the value itself, or words. */
	readonly default?: string;
	/** The release that brought the field, where it came later than its document. */
	readonly since?: string;
	readonly values?: readonly string[];
	/** Kinds or paths that do the same: `KubeletConfig`, `ResolverConfig.nameservers`. */
	readonly replacedBy?: readonly string[];
	readonly examples?: readonly ExampleDocs[];
}

export interface ExampleDocs {
	/** A line above the example. */
	readonly name?: string;
	readonly value: ConfigValue;
}
