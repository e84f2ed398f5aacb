import { checkContainer } from '../../src/config/container.ts';
import type { ConfigDocument } from '../../src/config/document.ts';
import { loadConfig } from '../../src/config/index.ts';
import { linksOf } from '../../src/config/link-kinds.ts';
import { readCaseFile } from './cases.ts';
import { type ConformanceResult, expectEqual, outcomeOf } from './result.ts';

interface ContainerCase {
	/** `Kind`, `Kind/name` or `VethConfig/name(peer other)`. */
	readonly documents: readonly string[];
	readonly expectedError: string | null;
	/** How many ends of links the documents configure. */
	readonly linkConfigs?: number;
}

/** Documents that cannot stand together: cases/04. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	const { cases } = (await readCaseFile(folder, '04_container.yaml')) as { readonly cases: readonly ContainerCase[] };
	for (const { documents, expectedError, linkConfigs } of cases) {
		const result = outcomeOf(() => {
			const config = checkContainer(documents.map(documentOf));
			return linkConfigs === undefined ? 'accepted' : config.documents.flatMap(linksOf).length;
		});
		const expected = expectedError === null ? (linkConfigs ?? 'accepted') : `threw: ${expectedError}`;
		yield expectEqual('containers', documents.join(', '), result, expected);
	}
}

function documentOf(id: string): ConfigDocument {
	const [, kind = '', name = '', peer = ''] = /^(\w+)(?:\/([^(]+))?(?:\(peer ([^)]+)\))?$/.exec(id) ?? [];
	const identity = kind === 'v1alpha1' ? 'machine: {}\n' : `apiVersion: v1alpha1\nkind: ${kind}\n`;
	const [document] = loadConfig(`${identity}${name && `name: ${name}\n`}${peer && `peer:\n  name: ${peer}\n`}`).documents;
	if (document === undefined) throw new Error(`${id} is no document`);
	return document;
}
