import type { ConfigDocument } from '../document.ts';
import type { ConfigPlace } from '../errors.ts';
import type { DeleteSelector } from './delete-selector.ts';
import type { JsonOperation } from './json-operations.ts';

/** A patch as `loadPatches` makes it of an argument: documents to merge, or operations of RFC 6902. */
export type Patch = StrategicPatch | JsonPatch;

export interface StrategicPatch {
	readonly form: 'strategic';
	/** In the order in which they apply. */
	readonly steps: readonly StrategicStep[];
	/** What messages call it. */
	readonly name: string;
}

/** A document to merge, or something to delete, with the place of its marker for when it is not there. */
export type StrategicStep = { readonly merge: ConfigDocument } | { readonly delete: DeleteSelector; readonly place: ConfigPlace };

export interface JsonPatch {
	readonly form: 'json';
	readonly operations: readonly JsonOperation[];
	/** What messages call it. */
	readonly name: string;
}
