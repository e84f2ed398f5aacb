import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { timeSync } from './time-sync.ts';

test('the clock is set by NTP servers or PTP devices', () => {
	const legacy = { v1alpha1: { machine: { time: { disabled: true, servers: ['old'] } } } };
	assert.deepEqual(timeSync(configOf(legacy)), { disabled: true, servers: ['old'], bootTimeout: '0s', useNTS: false });
	assert.deepEqual(timeSync(configOf({ ...legacy, TimeSyncConfig: { ntp: { servers: ['new'], useNTS: true }, bootTimeout: '1m0s' } })), {
		disabled: false,
		servers: ['new'],
		bootTimeout: '1m0s',
		useNTS: true,
	});
	assert.deepEqual(timeSync(configOf({ TimeSyncConfig: { enabled: false, ptp: { devices: ['/dev/ptp0'] } } })), {
		disabled: true,
		servers: ['/dev/ptp0'],
		bootTimeout: '0s',
		useNTS: false,
	});
	assert.equal(timeSync(configOf({ v1alpha1: { machine: {} } })), undefined);
});
