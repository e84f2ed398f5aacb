import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeDocument } from '../../src/config/encode.ts';
import {
	applyPatches,
	computePatches,
	configDiffText,
	encodeConfig,
	loadConfig,
	type MachineConfig,
	parsePatch,
} from '../../src/config/index.ts';
import { generateConfig } from '../../src/generate/index.ts';
import { generateSecrets } from '../../src/secrets/index.ts';
import { defaultKubernetesVersion } from '../../src/versions/defaults.ts';
import { type Case, caseFiles, configIn, readCaseFile, readCases, textOf } from './cases.ts';
import { type ConformanceResult, expectEqual, outcomeOf } from './result.ts';

/** Configurations compared, and patches computed from what differs. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	for (const file of await caseFiles(folder, /^configdiff__(?!dynamic)/)) {
		for (const testCase of await readCases(folder, file)) {
			const expected = testCase.test === 'TestDiffString' ? testCase.want : testCase.patchesAsBytes;
			yield expectEqual(
				'differences',
				testCase.name,
				outcomeOf(() => difference(testCase)),
				expected,
			);
		}
	}
	const testdata = join(folder, 'machine-config/data/pkg/machinery/config/configdiff/testdata');
	const [original, modified] = await Promise.all(['original', 'modified'].map((name) => readFile(join(testdata, `${name}.yaml`), 'utf8')));
	yield expectEqual(
		'differences',
		'of files',
		outcomeOf(() => roundTrip(loadConfig(original ?? ''), loadConfig(modified ?? ''))),
		true,
	);
	const { patches } = (await readCaseFile(folder, 'configdiff__dynamic.yaml')) as { readonly patches: readonly string[] };
	const generated = await generatedConfig();
	yield expectEqual(
		'differences',
		'of patches one by one',
		outcomeOf(() => roundTrip(generated, patched(generated, patches))),
		true,
	);
}

/** The diff, or the patches that make it. The patches must make it: otherwise what they make. */
function difference({ test, name, oldCfg, newCfg, originalAsBytes, modifiedAsBytes }: Case): unknown {
	if (test === 'TestDiffString') return configDiffText(configIn(name === withOtherType ? controlPlane(oldCfg) : oldCfg), configIn(newCfg));
	const [original, modified] = [loadConfig(textOf(originalAsBytes)), loadConfig(textOf(modifiedAsBytes))];
	const result = roundTrip(original, modified);
	return result === true ? computePatches(original, modified).map(({ text }) => text) : result;
}

/** The case whose old machine type got lost on its way into YAML. */
const withOtherType = 'updated field';

function controlPlane(field: Case[string]): string {
	return textOf(field).replace('type: worker', 'type: controlplane');
}

/** Whether the computed patches make the one of the other, in whatever order; otherwise what they make. */
function roundTrip(original: MachineConfig, modified: MachineConfig): boolean | string {
	const texts = computePatches(original, modified).map(({ text }) => text);
	const result = patched(original, texts);
	return isSame(result, modified) || encodeConfig(result);
}

function isSame(a: MachineConfig, b: MachineConfig): boolean {
	const [first, second] = [a, b].map(({ documents }) =>
		documents
			.map((document) => encodeDocument(document))
			.sort()
			.join('---\n'),
	);
	return first === second;
}

function patched(config: MachineConfig, patches: readonly string[]): MachineConfig {
	return patches.reduce((current, patch) => applyPatches(current, [parsePatch(patch)]).config ?? current, config);
}

async function generatedConfig(): Promise<MachineConfig> {
	const secrets = await generateSecrets({ now: new Date() });
	const input = { clusterName: 'test', endpoint: 'https://localhost:6443', kubernetesVersion: defaultKubernetesVersion, secrets };
	return generateConfig(input, 'controlplane');
}
