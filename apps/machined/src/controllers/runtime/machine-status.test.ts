import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create, toBinary } from '@bufbuild/protobuf';
import { Code } from '@ichor/api/common';
import { SequenceEvent_Action as Action, SequenceEventSchema, TaskEvent_Action as TaskAction, TaskEventSchema } from '@ichor/api/machine';
import { stageAfter } from './machine-status.ts';

const sequence = (name: string, action: Action, code?: Code) => ({
	schema: SequenceEventSchema,
	value: toBinary(
		SequenceEventSchema,
		create(SequenceEventSchema, { sequence: name, action, ...(code === undefined ? {} : { error: { code } }) }),
	),
});
const task = (action: TaskAction) => ({
	schema: TaskEventSchema,
	value: toBinary(TaskEventSchema, create(TaskEventSchema, { task: 'runningMaintenance', action })),
});

test('sequences and the wait in maintenance make the stage', () => {
	assert.equal(stageAfter(sequence('boot', Action.START), 'unknown'), 'booting');
	assert.equal(stageAfter(sequence('boot', Action.STOP), 'booting'), 'running');
	assert.equal(stageAfter(task(TaskAction.START), 'booting'), 'maintenance');
	assert.equal(stageAfter(task(TaskAction.STOP), 'maintenance'), undefined);
	assert.equal(stageAfter(sequence('reset', Action.START), 'running'), 'resetting');
});

test('an end that fails leads back, one that was refused leaves the stage', () => {
	assert.equal(stageAfter(sequence('reset', Action.NOOP, Code.FATAL), 'running'), 'running');
	assert.equal(stageAfter(sequence('reboot', Action.NOOP, Code.LOCKED), 'running'), undefined);
	assert.equal(stageAfter(sequence('boot', Action.NOOP, Code.CANCELED), 'booting'), undefined);
});
