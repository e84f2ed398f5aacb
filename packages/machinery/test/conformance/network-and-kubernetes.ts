import { messageOf } from '@ichor/std';
import type { ConfigDocument } from '../../src/config/document.ts';
import { ProblemList } from '../../src/config/problems.ts';
import { parsePortRange } from '../../src/config/scalars/port-range.ts';
import { findDocumentKind } from '../../src/config/types/index.ts';
import { portRangesProblem } from '../../src/config/types/network/port-range.ts';
import { type Case, caseFiles, documentsIn, readCases, textOf } from './cases.ts';
import { type ConformanceResult, expectEqual } from './result.ts';

/** The rules of network and Kubernetes documents, and between them and the root document. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	for (const file of await caseFiles(folder, /^types_(?:network|k8s)__/)) {
		const suiteName = `validation of ${file.slice('types_'.length, file.indexOf('__'))} documents`;
		for (const testCase of await readCases(folder, file)) {
			const name = `${testCase.test}: ${testCase.name}`;
			yield expectEqual(suiteName, name, outcomeOf(testCase), expectedOutcome(testCase));
		}
	}
}

interface Outcome {
	readonly error: unknown;
	readonly warnings: unknown;
}

function expectedOutcome({ test, expected, expectedError = '', expectedWarnings = [] }: Case): Outcome {
	if (test === 'TestPortRange') return { error: textOf(expected).trim(), warnings: [] };
	return { error: expectedError, warnings: expectedWarnings };
}

function outcomeOf(testCase: Case): Outcome {
	try {
		if (testCase.test === 'TestPortRange') return { error: portRange(testCase), warnings: [] };
		if (testCase.test === 'TestPortRanges') return { error: portRanges(testCase), warnings: [] };
		const { errors, warnings } = judged(testCase);
		return { error: errors.map(({ message }) => message).join('\n'), warnings: warnings.map(({ message }) => message) };
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

function documentOf({ test, cfg, linkName = '', peerName = '' }: Case): ConfigDocument {
	const [document] = documentsIn(cfg);
	if (document !== undefined) return document;
	const definition = findDocumentKind(/^Test(.+?)(?:V1Alpha1)?(?:Conflict)?Validate$/.exec(test)?.[1] ?? '');
	if (definition === undefined) throw new Error(`${test} names no kind`);
	const value = definition.kind === 'VethConfig' ? { name: linkName, peer: { name: peerName } } : {};
	return { apiVersion: 'v1alpha1', kind: definition.kind, definition, value };
}

function portRange({ pr, yaml }: Case): string {
	return String(parsePortRange(textOf(pr ?? yaml).trim()));
}

function portRanges({ prs }: Case): string {
	const texts = textOf(prs).split(/^---$/m);
	return portRangesProblem(texts.map((text) => (text.includes('-') ? parsePortRange(text.trim()) : Number(text)))) ?? '';
}
