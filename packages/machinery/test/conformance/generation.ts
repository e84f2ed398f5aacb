import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '@ichor/std';
import { applyPatches } from '../../src/config/patch/apply-patches.ts';
import { loadPatches } from '../../src/config/patch/load-patches.ts';
import { type GenerateInput, generateConfig, type MachineType } from '../../src/generate/index.ts';
import { decodeSecrets } from '../../src/secrets/index.ts';
import { isLater, parseContract } from '../../src/versions/index.ts';
import { plainValue } from './cases.ts';
import { type ConformanceResult, expectEqual } from './result.ts';

interface GenerationCases {
	readonly secrets: string;
	readonly common: { readonly clusterName: string; readonly endpoint: string; readonly kubernetesVersion: string };
	readonly contracts: readonly string[];
	readonly machineTypes: readonly MachineType[];
	readonly flavors: Readonly<Record<string, Flavor>>;
}

interface Flavor {
	readonly options: FlavorOptions;
	readonly thenPatchWith?: Readonly<Record<string, string>>;
	readonly expected: string;
}

type FlavorOptions = Omit<Partial<GenerateInput>, 'sysctls' | 'registryMirrors'> & {
	readonly sysctls?: Readonly<Record<string, string>>;
	readonly registryMirrors?: Readonly<Record<string, readonly string[]>>;
};

const testdata = 'machine-config/data/pkg/machinery/config/types/v1alpha1/testdata/stability';

/** Golden configurations, byte for byte, of every contract whose files are there: cases/06. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	const cases = plainValue(await readFile(join(folder, 'machine-config/cases/06_generation.yaml'), 'utf8')) as unknown as GenerationCases;
	const golden = join(folder, testdata);
	const secrets = decodeSecrets(await readFile(join(golden, cases.secrets)));
	for (const contract of cases.contracts) {
		for (const [name, flavor] of Object.entries(cases.flavors)) {
			for (const machineType of cases.machineTypes) {
				const file = flavor.expected.replace('{contract}', contract).replace('{machineType}', machineType);
				const expected = await readFile(join(golden, file), 'utf8').catch(() => undefined);
				if (expected === undefined) continue;
				const input = { ...cases.common, ...inputOf(flavor.options), secrets, contract: parseContract(contract) };
				const patches = patchesFor(flavor, contract).map((patch) => join(golden, patch));
				yield expectEqual('generation', `${contract} ${name} ${machineType}`, await textOf(input, machineType, patches), expected);
			}
		}
	}
}

async function textOf(input: GenerateInput, machineType: MachineType, patchFiles: readonly string[]): Promise<string> {
	try {
		const texts = new Map<string, string>();
		for (const path of patchFiles) texts.set(path, await readFile(path, 'utf8'));
		const patches = loadPatches(
			patchFiles.map((path) => `@${path}`),
			(path) => texts.get(path) ?? '',
		);
		return String(applyPatches(generateConfig(input, machineType), patches).text);
	} catch (error) {
		return messageOf(error);
	}
}

function inputOf({ sysctls, registryMirrors, ...options }: FlavorOptions): Partial<GenerateInput> {
	return {
		...options,
		...(sysctls && { sysctls: new Map(Object.entries(sysctls)) }),
		...(registryMirrors && { registryMirrors: new Map(Object.entries(registryMirrors)) }),
	};
}

/** `contract <= v1.13: file` and `contract >= v1.14: file`. */
function patchesFor({ thenPatchWith = {} }: Flavor, contract: string): readonly string[] {
	return Object.entries(thenPatchWith).flatMap(([condition, file]) => {
		const [, relation, version = ''] = /^contract (<=|>=) (\S+)$/.exec(condition) ?? [];
		const [given, limit] = [parseContract(contract), parseContract(version)];
		const holds = relation === '<=' ? !isLater(given, limit) : !isLater(limit, given);
		return holds ? [file] : [];
	});
}
