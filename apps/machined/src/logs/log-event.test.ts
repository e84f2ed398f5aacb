import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventOfLine } from './log-event.ts';

const now = Date.parse('2026-11-21T08:00:00.000Z');
const at = '2026-11-21T08:00:00.000Z';

test('a line is a message', () => {
	assert.deepEqual(eventOfLine('up {and', now), { message: 'up {and', time: at, level: 'info', fields: {} });
});

test('JSON gives the time, the level and the message, and fields', () => {
	assert.deepEqual(eventOfLine('{"level":"warning","ts":"2026-11-21T09:00:00.1Z","msg":" slow ","took":"1s"}', now), {
		message: 'slow',
		time: '2026-11-21T09:00:00.1Z',
		level: 'warn',
		fields: { took: '1s' },
	});
	assert.equal(eventOfLine('{"ts":1700000000.5}', now).time, '2023-11-14T22:13:20.500Z');
	assert.equal(eventOfLine('{"ts":1700000000500}', now).time, '2023-11-14T22:13:20.500Z');
});

test('text before the JSON comes first, and an error last, which is at least a warning', () => {
	assert.deepEqual(eventOfLine('[talos] failed {"msg":"to pull","err":"no route","try":2}', now), {
		message: '[talos] failed to pull: no route',
		time: at,
		level: 'warn',
		fields: { try: 2 },
	});
	assert.equal(eventOfLine('{"level":"error","err":"x"}', now).level, 'error');
});

test('what is no time and no level stays a field', () => {
	assert.deepEqual(eventOfLine('{"time":"noon","level":"loud","msg":3}', now), {
		message: '',
		time: at,
		level: 'info',
		fields: { time: 'noon', level: 'loud', msg: 3 },
	});
	assert.equal(eventOfLine('{"ts":1e300}', now).fields['ts'], 1e300);
});

test('no line harms', () => {
	const value = fc.oneof(
		fc.string(),
		fc.json(),
		fc.json().map((json) => `{"__proto__":${json},"ts":${json}}`),
	);
	fc.assert(
		fc.property(value, (line) => {
			const { time, fields } = eventOfLine(line, now);
			assert.ok(!Number.isNaN(Date.parse(time)));
			assert.equal(Object.getPrototypeOf(fields), Object.prototype);
		}),
	);
});
