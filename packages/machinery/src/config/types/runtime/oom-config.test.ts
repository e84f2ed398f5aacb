import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { oomConfig } from './oom-config.ts';

const judge = rulesOf(oomConfig);

test('the trigger is a condition, the ranking a number', () => {
	const document = {
		triggerExpression: 'memory_full_avg10 > 12.0 && time_since_trigger > duration("500ms")',
		cgroupRankingExpression: 'memory_max.hasValue() ? 0.0 : double(memory_current.orValue(0u)) * {Besteffort: 1.0, Burstable: 0.5}[class]',
		sampleInterval: '100ms',
	};
	assert.deepEqual(judge(document).errors, []);
	assert.deepEqual(judge({}).errors, []);
});

test('what is wrong with an expression is shown', () => {
	assert.deepEqual(judge({ triggerExpression: '1.0', cgroupRankingExpression: 'true', sampleInterval: '-1s' }).errors, [
		'OOM trigger expression is invalid: expression output type is double, expected bool',
		'OOM cgroup scoring expression is invalid: expression output type is bool, expected double',
		'OOM sample interval must be longer than 0',
	]);
});
