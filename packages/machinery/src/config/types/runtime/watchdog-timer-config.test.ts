import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { watchdogTimerConfig } from './watchdog-timer-config.ts';

const judge = rulesOf(watchdogTimerConfig);

test('a watchdog is a device that waits long enough', () => {
	assert.deepEqual(judge({ device: '/dev/watchdog0' }).errors, []);
	assert.deepEqual(judge({ device: '/dev/watchdog0', timeout: '10s' }).errors, []);
	assert.deepEqual(judge({ device: '/dev/watchdog0', timeout: '5s' }).errors, ['watchdog timeout: minimum value is 10s']);
	assert.deepEqual(judge({ timeout: '5s' }).errors, ['watchdog device: empty value']);
});
