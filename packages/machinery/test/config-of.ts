import type { ConfigDocument, MachineConfig } from '../src/config/document.ts';
import { findDocumentKind } from '../src/config/types/index.ts';
import type { DocumentTypes } from '../src/config/types/kinds.gen.ts';

/** A configuration of values by kind: one document of each, the root document (`v1alpha1`) among them. */
export function configOf(values: { readonly [K in keyof DocumentTypes]?: DocumentTypes[K] }): MachineConfig {
	const documents = Object.entries(values).map(([kind, value]): ConfigDocument => {
		const definition = findDocumentKind(kind);
		return { apiVersion: 'v1alpha1', kind, value, ...(definition === undefined ? {} : { definition }) };
	});
	return { documents };
}
