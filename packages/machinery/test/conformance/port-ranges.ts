import { messageOf } from '@ichor/std';
import { parsePortRange } from '../../src/config/scalars/port-range.ts';
import { portRangesProblem } from '../../src/config/types/network/port-range.ts';
import { type Case, caseFiles, readCases, textOf } from './cases.ts';
import { type ConformanceResult, expectEqual } from './result.ts';

/** Ranges of ports as rules of the firewall have them: how one is read, and which cannot stand beside each other. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	for (const file of await caseFiles(folder, /^types_network__/)) {
		for (const testCase of (await readCases(folder, file)).filter(({ test }) => test.startsWith('TestPortRange')))
			yield expectEqual('port ranges', `${testCase.test}: ${testCase.name}`, outcomeOf(testCase), expectedOutcome(testCase));
	}
}

function expectedOutcome({ test, expected, expectedError = '' }: Case): unknown {
	return test === 'TestPortRange' ? textOf(expected).trim() : expectedError;
}

function outcomeOf(testCase: Case): string {
	try {
		return testCase.test === 'TestPortRange' ? portRange(testCase) : portRanges(testCase);
	} catch (thrown) {
		return `threw: ${messageOf(thrown)}`;
	}
}

function portRange({ pr, yaml }: Case): string {
	return String(parsePortRange(textOf(pr ?? yaml).trim()));
}

function portRanges({ prs }: Case): string {
	const texts = textOf(prs).split(/^---$/m);
	return portRangesProblem(texts.map((text) => (text.includes('-') ? parsePortRange(text.trim()) : Number(text)))) ?? '';
}
