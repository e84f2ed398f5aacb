import assert from 'node:assert/strict';
import { test } from 'node:test';
import { background } from '@ichor/std';
import type { CheckedCluster, ClusterCheck } from './cluster-check.ts';
import { healthProgress } from './health-progress.ts';
import { nodeChecks } from './node-checks.ts';

/** The checks below ask nobody. */
const cluster = { controlPlanes: [], workers: [] } as unknown as CheckedCluster;
const check = (what: string, ...answers: readonly (string | Error | undefined)[]): ClusterCheck => {
	const left = [...answers];
	return {
		what,
		interval: 1,
		look: async () => {
			const answer = left.shift();
			if (answer instanceof Error) throw answer;
			return answer;
		},
	};
};

test('tells each check once for each thing that it says, until all hold', async () => {
	const checks = [check('a', 'no', 'no', new Error('broken'), undefined), check('b', 'SKIP'), check('c', undefined)];
	const lines: string[] = [];
	for await (const line of healthProgress(background, cluster, checks)) lines.push(line);
	assert.deepEqual(lines, [
		'waiting for a: ...',
		'waiting for a: no',
		'waiting for a: broken',
		'waiting for a: OK',
		'waiting for b: ...',
		'waiting for b: SKIP',
		'waiting for c: ...',
		'waiting for c: OK',
	]);
});

test('the checks of nodes have a pace', () => {
	for (const { what, interval } of nodeChecks) assert.ok(interval > 0, what);
});

test('ends with its context', async () => {
	const stop = new AbortController();
	const never: ClusterCheck = { what: 'x', interval: 1, look: async () => 'no' };
	const waiting = async (): Promise<void> => {
		for await (const line of healthProgress({ ...background, signal: stop.signal }, cluster, [never])) {
			if (line.endsWith(': no')) stop.abort(new Error('enough'));
		}
	};
	await assert.rejects(waiting(), /enough/);
});
