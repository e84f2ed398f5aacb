import type { ConfigDocument } from '../config/document.ts';
import { findDocumentKind } from '../config/types/index.ts';
import type { DocumentTypes } from '../config/types/kinds.gen.ts';

/** A document of a kind with its fields, checked against the kind's type. */
export function newDocument<Kind extends Exclude<keyof DocumentTypes, 'v1alpha1'>>(
	kind: Kind,
	fields: Omit<DocumentTypes[Kind], 'apiVersion' | 'kind'>,
): ConfigDocument {
	const apiVersion = 'v1alpha1';
	const name = 'name' in fields && typeof fields.name === 'string' ? { name: fields.name } : {};
	return { apiVersion, kind, ...name, ...definitionOf(kind), value: { apiVersion, kind, ...fields } };
}

/** The root document: it has no apiVersion and no kind, and says its version in a field of its own. */
export function newRootDocument(fields: Omit<DocumentTypes['v1alpha1'], 'version'>): ConfigDocument {
	return { apiVersion: '', kind: 'v1alpha1', ...definitionOf('v1alpha1'), value: { version: 'v1alpha1', ...fields } };
}

function definitionOf(kind: string): Pick<ConfigDocument, 'definition'> {
	const definition = findDocumentKind(kind);
	return definition ? { definition } : {};
}
