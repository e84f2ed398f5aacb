import type { FieldSchema, StructSchema } from '../schema/schema.ts';
import { blockDocs } from './block.gen.ts';
import { clusterDocs } from './cluster.gen.ts';
import { containerDocs } from './container.gen.ts';
import { criDocs } from './cri.gen.ts';
import type { DomainDocs, ExampleDocs, FieldDocs, StructDocs } from './docs.ts';
import { hardwareDocs } from './hardware.gen.ts';
import { k8sDocs } from './k8s.gen.ts';
import { metaDocs } from './meta.gen.ts';
import { networkDocs } from './network.gen.ts';
import { runtimeDocs } from './runtime.gen.ts';
import { securityDocs } from './security.gen.ts';
import { siderolinkDocs } from './siderolink.gen.ts';
import { storageDocs } from './storage.gen.ts';
import { v1alpha1Docs } from './v1alpha1.gen.ts';

const domains: readonly DomainDocs[] = [
	blockDocs,
	clusterDocs,
	containerDocs,
	criDocs,
	hardwareDocs,
	k8sDocs,
	metaDocs,
	networkDocs,
	runtimeDocs,
	securityDocs,
	siderolinkDocs,
	storageDocs,
	v1alpha1Docs,
];

/** All structs by upstream's name. Some 230 kB of text: import this module only where words are shown. */
export const structDocs: ReadonlyMap<string, StructDocs> = new Map(domains.flatMap((domain) => Object.entries(domain)));

/**
 * The sentence that the commented encoder puts on a field's line, or above it when the value is a map or a list.
 * Undefined where upstream has none.
 */
export function commentOf(struct: StructSchema, field: FieldSchema): string | undefined {
	const docs = fieldDocs(struct, field);
	return docs === undefined || docs.hidden ? undefined : docs.doc.split('\n', 1)[0];
}

/** What the commented encoder shows where a field is empty: its own examples, or those of the struct that it holds. */
export function examplesOf(struct: StructSchema, field: FieldSchema): readonly ExampleDocs[] {
	const docs = fieldDocs(struct, field);
	if (docs === undefined || docs.hidden) return [];
	return docs.examples ?? (field.type.of === 'struct' ? structDocs.get(field.type.struct.name)?.examples : undefined) ?? [];
}

/** The documentation of a field, which an embedded struct may hold. */
export function fieldDocs(struct: StructSchema, field: FieldSchema): FieldDocs | undefined {
	return structDocs.get(field.from ?? struct.name)?.fields[field.name];
}
