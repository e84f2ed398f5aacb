import type { ConfigDocument, MachineConfig } from './document.ts';
import type { DocumentTypes } from './types/kinds.gen.ts';

/** The root document's value, when there is one. */
export function rootOf(config: MachineConfig): DocumentTypes['v1alpha1'] | undefined {
	return documentsOf(config, 'v1alpha1')[0]?.value;
}

/** The documents of one kind, in their order. */
export function documentsOf<K extends keyof DocumentTypes>(config: MachineConfig, kind: K): ConfigDocument<DocumentTypes[K]>[] {
	return config.documents.filter((document): document is ConfigDocument<DocumentTypes[K]> => document.kind === kind);
}

/** Documents by what tells them apart: a configuration has one of each. */
export function documentsByIdentity({ documents }: MachineConfig): ReadonlyMap<string, ConfigDocument> {
	return new Map(documents.map((document) => [`${document.apiVersion}/${document.kind}/${document.name ?? ''}`, document]));
}

/** A document's name in messages: `VolumeConfig/EPHEMERAL`, `OOMConfig`, `v1alpha1.Config`. */
export function documentTitle({ kind, name, definition }: ConfigDocument): string {
	if (kind === 'v1alpha1') return 'v1alpha1.Config';
	return definition?.named ? `${kind}/${name ?? ''}` : kind;
}
