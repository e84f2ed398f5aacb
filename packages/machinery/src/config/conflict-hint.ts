import type { ConfigDocument, ConfigPath } from './document.ts';
import { mendingPatchOf } from './mending-patch.ts';
import { movedFields } from './moved-fields.ts';
import type { RootConfig } from './types/v1alpha1/root.gen.ts';

export interface ConflictHint {
	/** The field of the root document that stands in the way. */
	readonly field: ConfigPath;
	/** What to do, with the patch that mends it. */
	readonly hint: string;
}

/**
 * How to mend a document that the root document contradicts: the patch that takes the old fields away and, where they can be
 * carried over whole, sets them in the document. Undefined for kinds that we have no advice for. Shows no secret.
 */
export function conflictHint(document: ConfigDocument, root: RootConfig): ConflictHint | undefined {
	const moved = movedFields(document, root);
	const [first] = moved?.fields ?? [];
	if (moved === undefined || first === undefined) return undefined;
	const { text, unsaid } = mendingPatchOf([{ document, ...moved }]);
	const { kind } = document;
	const hint =
		unsaid.length === 0
			? `this patch says in the ${kind} what the root document says:\n${text}`
			: `${kind} replaces ${moved.fields.map((field) => `.${field}`).join(', ')}: set what you need there, and take the old away with this patch:\n${text}`;
	return { field: first.split('.'), hint };
}
