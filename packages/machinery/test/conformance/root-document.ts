import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, multiErrorText } from '@ichor/std';
import { decodeStruct } from '../../src/config/decode.ts';
import type { ConfigValue } from '../../src/config/document.ts';
import { argumentsOf } from '../../src/config/effective/pod-settings.ts';
import { ProblemList } from '../../src/config/problems.ts';
import { parseByteCount } from '../../src/config/scalars/byte-count.ts';
import { parseDiskSizeMatcher } from '../../src/config/scalars/disk-size.ts';
import type { StructSchema } from '../../src/config/schema/schema.ts';
import { clusterCNISchema } from '../../src/config/types/v1alpha1/cluster-network.gen.ts';
import { checkCNI } from '../../src/config/types/v1alpha1/cluster-network.ts';
import { installDiskExpression } from '../../src/config/types/v1alpha1/install-disk-selector.ts';
import { checkKubernetesVersions } from '../../src/config/types/v1alpha1/kubernetes-versions.ts';
import { installDiskSelectorSchema } from '../../src/config/types/v1alpha1/machine-install.gen.ts';
import { parseMachineType } from '../../src/config/types/v1alpha1/machine-type.ts';
import type { RootConfig } from '../../src/config/types/v1alpha1/root.gen.ts';
import { rootConfig } from '../../src/config/types/v1alpha1/root.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { type Case, caseFiles, documentsIn, isRecord, plainValue, readCases, textOf } from './cases.ts';
import { type ConformanceResult, expectEqual } from './result.ts';

/** The rules of the root document, and the tables about its parts. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	const files = /^(?:types_v1alpha1__v1alpha1_(?:validation|marshal|provider)|types_meta__args|machine__machine)\.yaml$/;
	for (const file of await caseFiles(folder, files)) {
		for (const testCase of await readCases(folder, file)) {
			const test = tests[testCase.test];
			const name = `${testCase.test}: ${testCase.name || JSON.stringify(testCase.condition ?? testCase.s)}`;
			if (test === undefined) throw new Error(`no test is called ${testCase.test}`);
			yield expectEqual('the root document', name, ...(await settled(test, testCase, folder)));
		}
	}
}

type Comparison = readonly [actual: unknown, expected: unknown];
type Test = (testCase: Case, folder: string) => Comparison | Promise<Comparison>;

async function settled(test: Test, testCase: Case, folder: string): Promise<Comparison> {
	try {
		return await test(testCase, folder);
	} catch (thrown) {
		return [`threw: ${messageOf(thrown)}`, undefined];
	}
}

/** The release that the cases are from, which they write as VERSION. */
const talosVersion = '1.14.0';

const tests: Readonly<Record<string, Test>> = {
	TestValidate({ name, config, strict = false, requiresInstall = false, expectedError = '', expectedWarnings = [] }) {
		const problems = new ProblemList();
		const options = { mode: requiresInstall ? 'metal' : 'cloud', local: true, strict: strict === true } as const;
		const root = rootIn(config);
		rootConfig.validate?.(name === withEmptyAuthorizers ? emptyAuthorizers(root) : root, problems, options);
		return outcome(problems, expectedError, expectedWarnings);
	},
	TestValidateCNI({ config, expectedError = '', expectedWarnings = [] }) {
		const problems = new ProblemList();
		checkCNI(structIn(config, clusterCNISchema), problems);
		return outcome(problems, expectedError, expectedWarnings);
	},
	TestValidateKubernetesVersions({ config, expectedError = '' }) {
		const problems = new ProblemList();
		const root = rootIn(config);
		const options = { mode: 'cloud', local: false, strict: false, talosVersion } as const;
		checkKubernetesVersions(root, root.machine?.type === 'controlplane', problems, options);
		return outcome(problems, textOf(expectedError).replaceAll('VERSION', talosVersion), []);
	},
	TestInstallDiskSelector({ selector, expected }) {
		return [installDiskExpression(structIn(selector, installDiskSelectorSchema)), expected];
	},
	TestDiskSizeMatcherUnmarshal({ condition, size, match, err }) {
		if (err === true) return [refuses(() => parseDiskSizeMatcher(textOf(condition))), true];
		const { operator, bytes } = parseDiskSizeMatcher(textOf(condition));
		return [compare(parseByteCount(textOf(size)), operator, bytes), match];
	},
	TestParseType: ({ s, typ }) => [parseMachineType(textOf(s)), typ],
	async TestArgsMarshalYAML({ filename, args }, folder) {
		const path = join(folder, 'machine-config/data/pkg/machinery/config/types/meta/testdata', textOf(filename));
		return [readArguments(await readFile(path, 'utf8')), Object.fromEntries(argumentsOf(asArguments(args)))];
	},
	TestArgValueUnmarshalYAML: ({ input, expected }) => [readArguments(textOf(input)), { ...(isRecord(expected) ? expected : {}) }],
};

/** The case whose authorizers are an empty list, which got lost on its way into YAML. */
const withEmptyAuthorizers = 'ControlPlaneAuthorizationConfigWithAuthorizationWebhook';

function emptyAuthorizers(root: RootConfig): RootConfig {
	return { ...root, cluster: { ...root.cluster, apiServer: { ...root.cluster?.apiServer, authorizationConfig: [] } } };
}

function rootIn(field: ConfigValue | undefined): RootConfig {
	const [document] = documentsIn(field);
	return document?.value ?? {};
}

function structIn(field: ConfigValue | undefined, schema: StructSchema): object {
	const [document] = parseYaml(textOf(field)).documents;
	return document?.root === undefined ? {} : decodeStruct(document.root, schema, []);
}

function outcome({ errors, warnings }: ProblemList, expectedError: ConfigValue, expectedWarnings: ConfigValue): Comparison {
	const error = errors.length === 0 ? '' : multiErrorText(errors.map(({ message }) => message));
	return [
		{ error, warnings: warnings.map(({ message }) => message) },
		{ error: expectedError, warnings: expectedWarnings },
	];
}

function refuses(read: () => unknown): boolean {
	try {
		read();
		return false;
	} catch {
		return true;
	}
}

function compare(size: bigint, operator: string, limit: bigint): boolean {
	switch (operator) {
		case '>=':
			return size >= limit;
		case '<=':
			return size <= limit;
		case '>':
			return size > limit;
		case '<':
			return size < limit;
		default:
			return size === limit;
	}
}

function readArguments(yaml: string): object {
	return Object.fromEntries(argumentsOf(asArguments(plainValue(yaml))));
}

function asArguments(value: ConfigValue | undefined): Readonly<Record<string, string | readonly string[]>> {
	const entries = Object.entries(isRecord(value) ? value : {});
	return Object.fromEntries(entries.map(([name, argument]) => [name, Array.isArray(argument) ? argument.map(textOf) : textOf(argument)]));
}
