import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '@ichor/std';
import { type ContractFeature, contractFeatures } from '../../src/versions/contract-feature.ts';
import { contractName, currentContract, hasFeature, parseContract } from '../../src/versions/index.ts';
import { type ConformanceResult, expectEqual } from './result.ts';

interface ContractCases {
	readonly features: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
	readonly parse: readonly { readonly in: string; readonly out: string }[];
}

/** Feature switches by contract, and how contracts are read: cases/08. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	const file = join(folder, 'machine-config/cases/08_contract_features.json');
	const { features, parse } = JSON.parse(await readFile(file, 'utf8')) as ContractCases;
	for (const [name, expected] of Object.entries(features)) {
		const feature = featureNamed(name);
		for (const [contract, on] of Object.entries(expected)) {
			const actual = feature && hasFeature(contract === 'current' ? currentContract : parseContract(contract), feature);
			yield expectEqual('contract', `${name} in ${contract}`, actual, on);
		}
	}
	for (const { in: input, out } of parse) yield expectEqual('contract', `parse ${input}`, parsedName(input), out);
}

/** `APIServerAuditPolicySupported` is our `apiServerAuditPolicySupported`. */
function featureNamed(name: string): ContractFeature | undefined {
	return contractFeatures.find((feature) => feature.toLowerCase() === name.toLowerCase());
}

function parsedName(input: string): string {
	if (input === 'current (nil)') return contractName(currentContract);
	try {
		return contractName(parseContract(input));
	} catch (error) {
		return messageOf(error);
	}
}
