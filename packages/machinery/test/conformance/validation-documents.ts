import { messageOf } from '@ichor/std';
import type { ConfigDocument } from '../../src/config/document.ts';
import { ProblemList } from '../../src/config/problems.ts';
import { documentKinds, findDocumentKind } from '../../src/config/types/index.ts';
import { type Case, caseFiles, documentsIn, readCases } from './cases.ts';
import { type ConformanceResult, expectEqual } from './result.ts';

const domains = 'block|cluster|container|cri|hardware|k8s|network|runtime|security|siderolink|storage';

/** The rules of single documents, and between a document and the root document: every table with a document and an outcome. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	for (const file of await caseFiles(folder, new RegExp(`^types_(?:${domains})__`))) {
		const name = `validation of ${file.slice('types_'.length, file.indexOf('__'))} documents`;
		for (const testCase of (await readCases(folder, file)).filter(isJudgement)) {
			yield expectEqual(name, `${testCase.test}: ${testCase.name}`, outcomeOf(testCase), expectedOutcome(testCase));
		}
	}
}

/** Whether a case says what the rules make of a document; others are about encoding, redaction or a part of a document. */
function isJudgement({
	test,
	name,
	cfg,
	v1alpha1Cfg,
	v1,
	doc,
	configName,
	overrides,
	linkName,
	expectedFile,
	expectedSecret,
}: Case): boolean {
	if (expectedFile !== undefined || expectedSecret !== undefined || test.startsWith('TestPortRange')) return false;
	return name === 'empty' || [cfg, v1alpha1Cfg, v1, doc, configName, overrides, linkName].some((field) => field !== undefined);
}

interface Outcome {
	readonly error: string;
	readonly warnings: unknown;
}

function expectedOutcome({
	expectedError,
	expectedErrors,
	expectedErr,
	expectedErrorPrefix,
	expectedWarnings,
	doc,
	overrides,
}: Case): Outcome {
	const error = String(expectedError ?? expectedErrors ?? expectedErr ?? expectedErrorPrefix ?? '');
	return { error, warnings: doc === undefined && overrides === undefined ? (expectedWarnings ?? []) : [] };
}

function outcomeOf(testCase: Case): Outcome {
	try {
		const problems = judged(testCase);
		const error = problems.errors.map(({ message }) => message).join('\n');
		const warnings = testCase.doc === undefined ? problems.warnings.map(({ message }) => message) : [];
		return { error: comparable(error, testCase), warnings };
	} catch (thrown) {
		return { error: `threw: ${messageOf(thrown)}`, warnings: [] };
	}
}

/** Image tags are looked at as a machine of the release does that the cases are from. */
function judged(testCase: Case): ProblemList {
	const problems = new ProblemList();
	const { definition, value } = documentOf(testCase);
	const [root] = documentsIn(testCase.v1alpha1Cfg ?? testCase.v1);
	const options = { mode: 'cloud', strict: false, local: testCase.onMachineMode !== true, talosVersion: 'v1.14.0' } as const;
	if (root === undefined) definition?.validate?.(value, problems, options);
	else definition?.conflicts?.(value, root.value, problems);
	return problems;
}

function documentOf(testCase: Case): ConfigDocument {
	const { cfg, doc, configName, content, overrides, linkName, peerName } = testCase;
	if (doc !== undefined) return one(documentsIn(doc, 'ContainerConfig'));
	const [document] = documentsIn(cfg);
	if (document !== undefined) return document;
	const definition = findDocumentKind(kindOf(testCase));
	if (definition === undefined) throw new Error(`no kind is called ${kindOf(testCase)}`);
	const peer = peerName === undefined ? undefined : { name: peerName };
	const fields = { name: configName ?? linkName, content, overrides, peer };
	const value = Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined && field !== null));
	return { apiVersion: 'v1alpha1', kind: definition.kind, definition, value };
}

/** The kind that a test is named after: `TestEtcFileValidate` is about EtcFileConfig. */
function kindOf({ test }: Case): string {
	const name = /^Test(.+?)(?:V1Alpha1)?(?:Conflict)?(?:Validate)?$/.exec(test)?.[1] ?? test;
	return documentKinds.find(({ kind }) => kind === name || kind === `${name}Config`)?.kind ?? name;
}

function one(documents: readonly ConfigDocument[]): ConfigDocument {
	const [document] = documents;
	if (document === undefined) throw new Error('the case has no document');
	return document;
}

/** Tests whose upstream counterpart looks for a part of the message: the part, if it is there. */
function comparable(error: string, { test, expectedError, expectedErr, expectedErrorPrefix }: Case): string {
	const part = partial.has(test) ? (expectedError ?? expectedErr) : undefined;
	if (typeof part === 'string' && part !== '' && error.includes(part)) return part;
	return typeof expectedErrorPrefix === 'string' && error.startsWith(expectedErrorPrefix) ? expectedErrorPrefix : error;
}

const partial: ReadonlySet<string> = new Set([
	'TestContainerConfigValidationErrors',
	'TestCRIBaseRuntimeSpecConfigValidate',
	'TestCRICustomizationConfigValidate',
]);
