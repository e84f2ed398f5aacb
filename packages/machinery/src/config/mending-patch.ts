import { emit } from '../yaml/emit.ts';
import { outputOf } from '../yaml/from-value.ts';
import { outputMap, outputString } from '../yaml/output.ts';
import type { ConfigDocument, MachineConfig } from './document.ts';
import { rootOf } from './documents.ts';
import { type DocumentChange, type MovedFields, movedFields } from './moved-fields.ts';
import { ProblemList } from './problems.ts';

/** The patch that ends the contradictions between the root document and the others. */
export interface MendingPatch {
	readonly text: string;
	/** Fields that it takes away without saying them elsewhere: somebody has to. */
	readonly unsaid: readonly string[];
}

/** A document that the root document contradicts, and upstream's text about it. */
export interface Contradiction {
	readonly document: ConfigDocument;
	readonly message: string;
}

/** Where the root document sets what documents have taken over: what validation will refuse, in its order. */
export function contradictions(config: MachineConfig): readonly Contradiction[] {
	const root = rootOf(config);
	if (root === undefined) return [];
	return config.documents.flatMap((document) => {
		const problems = new ProblemList();
		document.definition?.conflicts?.(document.value, root, problems);
		return problems.errors.map(({ message }) => ({ document, message }));
	});
}

/**
 * How to mend a configuration with such contradictions, which patches of older contracts cause: one strategic patch, to be
 * applied to it or given behind the patch that caused it. Undefined when there are none, or no advice. Shows no secret.
 */
export function mendingPatch(config: MachineConfig): MendingPatch | undefined {
	const documents = [...new Set(contradictions(config).map(({ document }) => document))];
	const moved = documents.flatMap((document) => {
		const fields = movedFields(document, rootOf(config) ?? {});
		return fields === undefined ? [] : [{ document, ...fields }];
	});
	return moved.length === 0 ? undefined : mendingPatchOf(moved);
}

/** The patch for some of the documents. */
export function mendingPatchOf(moved: readonly (MovedFields & { readonly document: ConfigDocument })[]): MendingPatch {
	const fields = [...new Set(moved.flatMap(({ fields }) => fields))];
	const documents = moved.map(({ document, change }) => documentPatch(document, change)).filter((text) => text !== '');
	return {
		text: [deletionOf(fields), ...documents].join('---\n'),
		unsaid: [...new Set(moved.flatMap(({ fields, change }) => (change === undefined ? fields : [])))],
	};
}

function documentPatch({ apiVersion, kind, name }: ConfigDocument, change: DocumentChange | undefined): string {
	const identity = { apiVersion, kind, ...(name === undefined ? {} : { name }) };
	if (change === 'delete') return textOf({ ...identity, $patch: 'delete' });
	return change === undefined || Object.keys(change).length === 0 ? '' : textOf({ ...identity, ...change });
}

/** In the order given at the top, where the identity comes first. */
function textOf(fields: Readonly<Record<string, Parameters<typeof outputOf>[0] | undefined>>): string {
	return emit(outputMap(Object.entries(fields).map(([key, value]) => [key, outputOf(value ?? null)])));
}

interface Deletion {
	[key: string]: Deletion | 'delete';
}

/** A patch that deletes fields of the root document; a field within one that goes needs no word of its own. */
function deletionOf(fields: readonly string[]): string {
	const tree: Deletion = {};
	for (const field of fields) {
		if (fields.some((other) => field.startsWith(`${other}.`))) continue;
		let branch = tree;
		for (const key of field.split('.')) {
			const next = branch[key] ?? {};
			if (next === 'delete') break;
			branch[key] = next;
			branch = next;
		}
		branch.$patch = 'delete';
	}
	return emit(outputMap(Object.entries(tree).map(([key, value]) => [key, value === 'delete' ? outputString(value) : outputOf(value)])));
}
