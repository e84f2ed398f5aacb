import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeConfig, loadConfig, redactConfig } from '../../src/config/index.ts';
import { type Case, caseFiles, configIn, readCases } from './cases.ts';
import { type ConformanceResult, expectEqual, outcomeOf } from './result.ts';

/** Documents that encode to a file and are read back from it, and documents with their secret replaced. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	for (const file of await caseFiles(folder, /^types_/)) {
		const domain = file.slice('types_'.length, file.indexOf('__'));
		const base = join(folder, 'machine-config/data/pkg/machinery/config/types', domain);
		for (const testCase of await readCases(folder, file)) {
			const name = `${testCase.test}: ${testCase.name}`;
			if (typeof testCase.expectedFile === 'string') {
				const text = await readFile(join(base, testCase.expectedFile), 'utf8');
				yield expectEqual(
					'encoding',
					name,
					outcomeOf(() => encodings(testCase, text)),
					[text, text],
				);
			}
			if (testCase.test.startsWith('TestDiscoveryIdentityConfigRedact')) {
				yield expectEqual(
					'encoding',
					name,
					outcomeOf(() => redactedSecret(testCase)),
					testCase.expectedSecret,
				);
			}
		}
	}
}

/** The text of the document that the case has, and of the one in its file. */
function encodings({ cfg }: Case, text: string): readonly string[] {
	return [encodeConfig(configIn(cfg)), encodeConfig(loadConfig(text))];
}

function redactedSecret({ cfg }: Case): unknown {
	const [document] = redactConfig(configIn(cfg), '**.***').documents;
	return Object(document?.value)['clusterSecret'];
}
