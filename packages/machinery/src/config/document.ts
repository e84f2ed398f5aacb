import type { SourceText, YamlNode } from '../yaml/node.ts';
import type { StructSchema } from './schema/schema.ts';

/**
 * A value inside a configuration: plain data, as JSON has it.
 *
 * Structs are objects with the keys of their schema; an absent key is the Go zero value (or nil). Maps and free-form
 * values are objects without a prototype, so that a key named `__proto__` is a key. Scalars with a text form
 * (durations, sizes, addresses, URLs, enums) are held as their canonical text. Integers beyond 2^53 are bigints.
 */
export type ConfigValue =
	| string
	| number
	| bigint
	| boolean
	| null
	| ConfigOpaque
	| ConfigEntries
	| readonly ConfigValue[]
	| { readonly [key: string]: ConfigValue | undefined };

/** A free-form scalar that JSON cannot tell apart: a float with an integral value, a timestamp, a binary. */
export interface ConfigOpaque {
	readonly opaque: 'float' | 'timestamp' | 'binary';
	readonly text: string;
}

/** A free-form map in which a key is no text: `{1: one}`. */
export interface ConfigEntries {
	readonly opaque: 'map';
	readonly entries: readonly (readonly [key: ConfigValue, value: ConfigValue])[];
}

/** Whether a value is one of those that JSON cannot tell apart. A map that only looks like one has no prototype. */
export function isOpaque(value: ConfigValue | undefined): value is ConfigOpaque | ConfigEntries {
	return typeof value === 'object' && value !== null && 'opaque' in value && Object.getPrototypeOf(value) !== null;
}

/** One kind of document: its identity, its shape and its rules. One file per kind in `types/<domain>/`. */
export interface DocumentKind<T extends object = object> {
	/** `BondConfig`; the root document, which has no kind in YAML, is `v1alpha1`. */
	readonly kind: string;
	readonly schema: StructSchema;
	/** The first minor release that knows it: `v1.12`. */
	readonly since: string;
	/** Has a `name` that is part of its identity. */
	readonly named: boolean;
	readonly controlPlaneOnly: boolean;
	/** The rules that need only this document. Reports through `problems`, never throws. */
	validate?(document: T, problems: Problems, options: ValidationOptions): void;
	/** The rules between this document and the root document. */
	conflicts?(document: T, root: object, problems: Problems): void;
	/** Redaction beyond the fields that the schema marks as secret. Returns the redacted document. */
	redact?(document: T, replacement: string): T;
}

/** Where in a document: keys and list positions from its root. */
export type ConfigPath = readonly (string | number)[];

/** Collects what a rule found. `message` is upstream's text, without the document's name in front. */
export interface Problems {
	error(path: ConfigPath, message: string): void;
	warning(path: ConfigPath, message: string): void;
}

/** How to judge: the place that the configuration is meant for. */
export interface ValidationOptions {
	readonly mode: ValidationMode;
	/** Judged on a client, not on the node: image tags and disks are not looked at. */
	readonly local: boolean;
	readonly strict: boolean;
	/** The version of Talos that the machine runs, `v1.14.0`: which images go with it. Only looked at when not `local`. */
	readonly talosVersion?: string;
}

export type ValidationMode = 'metal' | 'cloud' | 'container' | 'metal-agent';

/** A decoded document, with the place that it came from when it came from text. */
export interface ConfigDocument<T extends object = object> {
	readonly apiVersion: string;
	/** `v1alpha1` for the root document. */
	readonly kind: string;
	readonly name?: string;
	/** Absent for a kind that we do not know and that `allowUnknown` let through. */
	readonly definition?: DocumentKind<T>;
	readonly value: T;
	readonly node?: YamlNode;
	readonly source?: SourceText;
}

/** A whole machine configuration: the root document first when there is one, at most one of each identity. */
export interface MachineConfig {
	readonly documents: readonly ConfigDocument[];
}
