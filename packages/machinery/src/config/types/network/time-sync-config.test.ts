import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { timeSyncConfig } from './time-sync-config.ts';

const judge = rulesOf(timeSyncConfig);

test('the clock is set by NTP or by PTP', () => {
	assert.deepEqual(judge({ ntp: { servers: ['time.example.com'], useNTS: true } }).errors, []);
	assert.deepEqual(judge({ bootTimeout: '-1s', ntp: {}, ptp: {} }).errors, [
		'bootTimeout cannot be negative',
		'only one of ntp or ptp configuration can be specified',
	]);
});

test('NTS needs names to check certificates by', () => {
	assert.deepEqual(judge({ ntp: { servers: ['time.example.com', '192.0.2.1', '::1'], useNTS: true } }).errors, [
		'NTS requires hostnames, not IP addresses: "192.0.2.1"',
		'NTS requires hostnames, not IP addresses: "::1"',
	]);
	assert.deepEqual(judge({ ntp: { servers: ['192.0.2.1'] } }).errors, []);
});

test('the root document sets nothing about time', () => {
	const conflicts = conflictsOf(timeSyncConfig);
	assert.deepEqual(conflicts({}, { machine: { time: { disabled: false, bootTimeout: '0s' } } }), []);
	assert.deepEqual(conflicts({}, { machine: { time: { disabled: true, servers: ['a'] } } }), [
		'time sync cannot be disabled in both v1alpha1 and new-style configuration',
	]);
	assert.deepEqual(conflicts({}, { machine: { time: { servers: ['a'] } } }), [
		'time servers cannot be specified in both v1alpha1 and new-style configuration',
	]);
	assert.deepEqual(conflicts({}, { machine: { time: { bootTimeout: '1s' } } }), [
		'boot timeout cannot be specified in both v1alpha1 and new-style configuration',
	]);
});
