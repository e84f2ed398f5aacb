import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '@ichor/std';
import { decodeStruct } from '../../src/config/decode.ts';
import type { ConfigValue } from '../../src/config/document.ts';
import { discoveryAddress } from '../../src/config/effective/discovery.ts';
import { sealingRegisters, volumeBackingProblems } from '../../src/config/effective/volumes.ts';
import { ProblemList } from '../../src/config/problems.ts';
import { parseSize } from '../../src/config/scalars/size.ts';
import type { VolumeConfig } from '../../src/config/types/block/volume-config.gen.ts';
import { secretProblem } from '../../src/config/types/cluster/discovery-identity-config.ts';
import type { DiscoveryServiceConfig } from '../../src/config/types/cluster/discovery-service-config.gen.ts';
import { checkAbsolutePath } from '../../src/config/types/container/absolute-path.ts';
import { type ContainerConfig, containerConfigSchema } from '../../src/config/types/container/container-config.gen.ts';
import { containerConfig } from '../../src/config/types/container/container-config.ts';
import { capabilityProblem } from '../../src/config/types/container/security.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { type Case, caseFiles, configIn, documentsIn, isRecord, readCases } from './cases.ts';
import { type ConformanceResult, expectEqual } from './result.ts';

/** Tables about a part of a document or about what a document means: each test with the part of ours that answers it. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	const data = join(folder, 'machine-config/data/pkg/machinery/config/types');
	for (const file of await caseFiles(folder, /^types_(?:block|cluster|container)__/)) {
		for (const testCase of await readCases(folder, file)) {
			const answer = answers[testCase.test];
			if (answer === undefined) continue;
			yield expectEqual('validation of parts', `${testCase.test}: ${testCase.name}`, await settled(answer, testCase, data), true);
		}
	}
}

/** True when the case holds; otherwise what came out instead. */
type Answer = (testCase: Case, data: string) => unknown | Promise<unknown>;

async function settled(answer: Answer, testCase: Case, data: string): Promise<unknown> {
	try {
		return await answer(testCase, data);
	} catch (thrown) {
		return `threw: ${messageOf(thrown)}`;
	}
}

const answers: Readonly<Record<string, Answer>> = {
	TestSizeUnmarshal({ in: text, want, negative = false }) {
		const size = parseSize(String(text));
		const value = 'percent' in size ? BigInt(size.percent) : size.bytes;
		return holds(value, negative ? -BigInt(Number(want)) : BigInt(Number(want)));
	},
	TestVolumeConfigRuntimeValidate({ volumeID, provisioning, seedStatus, currentType, currentPhase, expectedError = '' }) {
		const minSize = provisioning ? '\nprovisioning:\n  minSize: 1GiB' : '';
		const config = configIn(`kind: VolumeConfig\nname: ${volumeID}${minSize}\n`);
		const volume = { type: String(currentType), phase: String(currentPhase) };
		return holds(volumeBackingProblems(config, seedStatus ? new Map([[String(volumeID), volume]]) : new Map()).join('\n'), expectedError);
	},
	async TestVolumeConfigTPMPCRsDefaults({ filename, expectedPCRs }, data) {
		const [document] = documentsIn(await readFile(join(data, 'block/testdata', String(filename)), 'utf8'));
		const volume: VolumeConfig = document?.value ?? {};
		return holds(sealingRegisters(volume.encryption?.keys?.[0]?.tpm ?? {}), expectedPCRs);
	},
	async TestMultipleDiscoveryServiceConfigUnmarshal({ name, endpoint }, data) {
		const documents = documentsIn(await readFile(join(data, 'cluster/testdata/discoveryserviceconfig-multiple.yaml'), 'utf8'));
		const values = documents.map(({ value }) => value as DiscoveryServiceConfig);
		return holds(values.find((value) => value.name === name)?.endpoint, endpoint);
	},
	TestNormalizeEndpoint({ endpoint, expectErr, expectAddr, expectInsecure }) {
		try {
			return holds(discoveryAddress(String(endpoint)), { address: expectAddr, insecure: expectInsecure });
		} catch (thrown) {
			return expectErr === true || messageOf(thrown);
		}
	},
	TestValidateBase64WithLen({ input, errorPrefix = '' }) {
		return contains(secretProblem(String(input)) ?? '', errorPrefix);
	},
	TestValidateAbsPath({ kind, path, expectedErr = '' }) {
		const problems = new ProblemList();
		checkAbsolutePath(String(kind), String(path), [], problems);
		return contains(problems.errors[0]?.message ?? '', expectedErr);
	},
	TestContainerConfigValidateName: ({ metaName, expectedErr = '' }) => contains(containerErrors({ name: String(metaName) }), expectedErr),
	TestContainerConfigValidateMounts({ mounts, expectedErrs = [] }) {
		return holds(
			containerErrors({ mounts: mountsIn(mounts) })
				.split('\n')
				.filter(Boolean),
			expectedErrs,
		);
	},
	TestValidateMountOptions({ options, expectedErr = '' }) {
		const tmpfs = { destination: '/x', options: Array.isArray(options) ? options.map(String) : [] };
		return contains(containerErrors({ mounts: [{ tmpfs }] }), expectedErr);
	},
	TestContainerMountValidate: ({ mount, expectedErr = '' }) => contains(containerErrors({ mounts: mountsIn(mount) }), expectedErr),
	TestUserVolumeMountValidate: (testCase) => mountAnswer('userVolume', testCase),
	TestTmpfsMountValidate: (testCase) => mountAnswer('tmpfs', testCase),
	TestHostPathMountValidate: (testCase) => mountAnswer('hostPath', testCase),
	TestContainerRunAsValidate({ runAs, expectedErrs = [] }) {
		return holds(containerErrors(decoded('runAs', runAs)).split('\n').filter(Boolean), expectedErrs);
	},
	TestValidateCapabilityName({ field, capability, expectedErr = '' }) {
		return contains(capabilityProblem(String(field), String(capability)) ?? '', expectedErr);
	},
};

function holds(actual: unknown, expected: unknown): unknown {
	const { outcome, detail } = expectEqual('', '', actual, expected);
	return outcome === 'passed' || detail;
}

/** Upstream looks for a part of the message; no part means no message. */
function contains(error: string, part: ConfigValue): unknown {
	return part === '' ? holds(error, '') : error.includes(String(part)) || `${error} does not contain ${part}`;
}

/** The messages about a container that has nothing but what the case is about. */
function containerErrors(part: Partial<ContainerConfig>): string {
	const problems = new ProblemList();
	const container = { name: 'a', image: `nginx@sha256:${'0'.repeat(64)}`, ...part };
	containerConfig.validate?.(container, problems, { mode: 'cloud', local: true, strict: false });
	return problems.errors.map(({ message }) => message).join('\n');
}

function mountAnswer(kind: string, { mount, expectedErr = '' }: Case): unknown {
	const text = `${kind}:\n${isRecord(mount) ? String(mount.yaml).replaceAll(/^/gm, '  ') : ''}`;
	return contains(containerErrors({ mounts: mountsIn({ yaml: text }) }), expectedErr);
}

/** The YAML documents of a field as items of a container's mounts. */
function mountsIn(field: ConfigValue | undefined): NonNullable<ContainerConfig['mounts']> {
	const texts = isRecord(field) ? String(field.yaml).split(/^---$/m) : [];
	return texts.flatMap((text) => decoded('mounts', { yaml: text }, true).mounts ?? []);
}

/** A container with one field, read from the YAML of a case. */
function decoded(field: string, value: ConfigValue | undefined, item = false): ContainerConfig {
	const lines = isRecord(value) ? String(value.yaml).replaceAll(/^(?=.)/gm, item ? '    ' : '  ') : '';
	const [document] = parseYaml(`${field}:\n${item ? lines.replace(/^ {4}(?=\S)/m, '  - ') : lines}`).documents;
	return document?.root === undefined ? {} : decodeStruct(document.root, containerConfigSchema, []);
}
