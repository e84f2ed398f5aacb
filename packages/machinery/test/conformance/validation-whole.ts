import type { ConfigValue, MachineConfig } from '../../src/config/document.ts';
import { discoveryServices } from '../../src/config/effective/discovery.ts';
import { kernelModules, overridden } from '../../src/config/effective/kernel.ts';
import { runsDefaultDHCP } from '../../src/config/effective/links.ts';
import { mountsSecurely, volumeBackingProblems } from '../../src/config/effective/volumes.ts';
import { validateConfig } from '../../src/config/validate.ts';
import { type Case, caseFiles, configIn, isRecord, readCases } from './cases.ts';
import { type ConformanceResult, expectEqual } from './result.ts';

/** Rules of whole configurations, and what a configuration of several documents amounts to. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	for (const file of await caseFiles(folder, /^(?:container|config)__/)) {
		for (const testCase of await readCases(folder, file)) {
			const name = `${testCase.test}: ${testCase.name}`;
			if (tests[testCase.test] !== undefined)
				yield expectEqual('whole configurations', name, ...(tests[testCase.test]?.(testCase) ?? [0, 1]));
		}
	}
}

/**
 * Cases of TestValidateContainer whose root document is shared with a later one: the converter shows the
 * features.hostDNS that the test sets on a copy, and in the test these have none.
 */
const withoutHostDNS = new Set(['empty v1alpha1 container', 'multi-doc with hostDNS and v1alpha1']);

type Comparison = readonly [actual: unknown, expected: unknown];

const tests: Readonly<Record<string, (testCase: Case) => Comparison>> = {
	TestValidateAsClient: validation,
	TestCrossValidateEncryption: validation,
	TestValidateContainer: validation,
	TestContainerDependencyCycles({ docs, expectedErr = '' }) {
		const error = validateConfig(configIn(docs), { mode: 'cloud', local: true, strict: false }).error?.message ?? '';
		return [error.includes(String(expectedErr)) && (error === '') === (expectedErr === '') ? expectedErr : error, expectedErr];
	},
	TestRuntimeValidateSystemVolumeBacking({ document, seedStatus, currentType, currentPhase, expectedErrorContains = '' }) {
		const provisioning = document === 'partition' ? '\nprovisioning:\n  minSize: 1GiB' : '';
		const config = configIn(document === 'absent' ? undefined : `kind: VolumeConfig\nname: KUBELET${provisioning}\n`);
		const volume = { type: String(currentType), phase: String(currentPhase) };
		const error = volumeBackingProblems(config, seedStatus ? new Map([['KUBELET', volume]]) : new Map()).join('\n');
		return [
			expectedErrorContains !== '' && error.includes(String(expectedErrorContains)) ? expectedErrorContains : error,
			expectedErrorContains,
		];
	},
	TestDiscoveryServiceConfigs({ documents, expected }) {
		const services = discoveryServices(configIn(documents)).map(({ name, endpoint }) => [name, endpoint]);
		return [Object.fromEntries(services), { ...(isRecord(expected) ? expected : {}) }];
	},
	TestKernelModuleConfigsMixing({ documents, expected }) {
		const modules = kernelModules(configIn(documents)).map(({ name, parameters }) => [name, parameters.length === 0 ? null : parameters]);
		return [modules, expected ?? []];
	},
	TestRunDefaultDHCPOperators: ({ documents, expected }) => [runsDefaultDHCP(configIn(documents)), expected],
	TestWrapSysctlConfigList: merging,
	TestWrapSysfsConfigList: merging,
	TestEmptyVolumeMountSecureDefault: ({ name, secure = false }) => [mountsSecurely({ documents: [] }, name), secure],
};

function validation({ name, documents, inContainer = false, expectedError = '' }: Case): Comparison {
	const given: MachineConfig = configIn(documents);
	const config = withoutHostDNS.has(name) ? withoutFeatures(given) : given;
	const { error } = validateConfig(config, { mode: inContainer ? 'container' : 'cloud', local: true, strict: false });
	return [error?.message ?? '', expectedError];
}

function withoutFeatures({ documents }: MachineConfig): MachineConfig {
	return {
		documents: documents.map((document) => {
			if (document.kind !== 'v1alpha1') return document;
			const root: { readonly machine?: object } = document.value;
			return { ...document, value: { ...root, machine: { ...root.machine, features: undefined } } };
		}),
	};
}

function merging({ configs, expected }: Case): Comparison {
	const layers = (Array.isArray(configs) ? configs : []).map((layer: ConfigValue) =>
		isRecord(layer) ? (layer as Record<string, string>) : undefined,
	);
	return [Object.fromEntries(overridden(layers)), { ...(isRecord(expected) ? expected : {}) }];
}
