import type { ConfigDocument, MachineConfig } from './document.ts';
import { ConfigError } from './errors.ts';
import { linkKinds, linksOf } from './link-kinds.ts';
import { quote } from './quote.ts';

/**
 * The documents as one configuration, the root document first. Refuses, with ConfigError `conflict`, a second root
 * document, the same kind and name twice, kinds that exclude each other under one name, and two documents for one link.
 */
export function checkContainer(documents: readonly ConfigDocument[]): MachineConfig {
	const seen = new Set<string>();
	const excluded = new Map<string, string>();
	const links = new Map<string, string>();
	let root: ConfigDocument | undefined;
	for (const document of documents) {
		if (document.kind === 'v1alpha1') {
			if (root !== undefined) throw conflict(document, 'duplicate v1alpha1.Config');
			root = document;
			continue;
		}
		const name = document.name ?? '';
		const id = `${document.kind}/${name}`;
		if (seen.has(id)) throw conflict(document, `duplicate document: ${id}`);
		seen.add(id);
		const other = excluded.get(id);
		if (other !== undefined) throw conflict(document, `conflicting documents: ${other} and ${id}`);
		for (const kind of excludedBy(document.kind)) {
			if (seen.has(`${kind}/${name}`)) throw conflict(document, `conflicting documents: ${kind}/${name} and ${id}`);
			excluded.set(`${kind}/${name}`, id);
		}
		for (const link of linksOf(document)) {
			const owner = links.get(link);
			if (owner !== undefined)
				throw conflict(document, `conflicting link configurations: ${owner} and ${id} both configure ${quote(link)}`);
			links.set(link, id);
		}
	}
	return { documents: root === undefined ? documents : [root, ...documents.filter((document) => document !== root)] };
}

/** Kinds of which a document excludes others of the same name, both ways. */
const exclusions: ReadonlyMap<string, readonly string[]> = new Map([
	['ExistingVolumeConfig', ['UserVolumeConfig']],
	['UserVolumeConfig', ['ExistingVolumeConfig']],
	['HCloudVIPConfig', ['Layer2VIPConfig']],
	['Layer2VIPConfig', ['HCloudVIPConfig']],
]);

function excludedBy(kind: string): readonly string[] {
	return linkKinds.has(kind) ? [...linkKinds].filter((other) => other !== kind) : (exclusions.get(kind) ?? []);
}

function conflict({ source, node }: ConfigDocument, message: string): ConfigError {
	const places =
		source === undefined || node === undefined
			? []
			: [{ source: source.name, ...source.position(node.at), message: 'this is the second one' }];
	return new ConfigError('conflict', message, { places });
}
