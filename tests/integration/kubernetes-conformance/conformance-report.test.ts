import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportText, resultsIn, withoutResult } from './conformance-report.ts';

const spec = (area: string, text: string, State: string, more: object = {}) => ({
	ContainerHierarchyTexts: [`[sig-${area}] Things`],
	LeafNodeType: 'It',
	LeafNodeText: `${text} [Conformance]`,
	State,
	...more,
});

test('what was selected is counted by area, and what was not run has its reason', () => {
	const results = resultsIn({
		SpecReports: [
			spec('node', 'work', 'passed'),
			spec('node', 'break', 'failed', { Failure: { Message: 'timed out\nat line 1' } }),
			spec('apps', 'were not selected', 'skipped'),
			spec('apps', 'need Windows', 'skipped', { Failure: { Message: 'only on Windows' } }),
			{ ...spec('node', 'report', 'passed'), LeafNodeType: 'ReportAfterSuite' },
		],
	});
	const rest = withoutResult(
		['[sig-node] Things work [Conformance]', '[sig-node] Nodes [Serial] [Conformance]', '[sig-cli] Kubectl late [Conformance]'],
		results,
	);
	assert.equal(
		reportText([...results, ...rest]),
		[
			'conformance tests of Kubernetes:',
			'  apps                  0 passed    0 failed    1 skipped',
			'  cli                   0 passed    0 failed    1 skipped',
			'  node                  1 passed    1 failed    1 skipped',
			'  altogether            1 passed    1 failed    3 skipped',
			'  failed: [sig-node] Things break [Conformance]: timed out',
			'  skipped: 1: only on Windows',
			'  skipped: 1: wants the cluster for itself',
			'  skipped: 1: time was up',
		].join('\n'),
	);
});
