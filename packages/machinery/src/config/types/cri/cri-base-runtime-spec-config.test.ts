import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { criBaseRuntimeSpecConfig } from './cri-base-runtime-spec-config.ts';

const judge = rulesOf(criBaseRuntimeSpecConfig);

const refusal = (overrides: object) =>
	judge({ overrides: overrides as never }).errors.map((error) =>
		error.replace('failed to unmarshal base runtime spec overrides: json: ', ''),
	);

test('overrides are an OCI runtime specification, unknown keys aside', () => {
	assert.deepEqual(judge({}).errors, []);
	assert.deepEqual(refusal({ process: { rlimits: [{ type: 'RLIMIT_NOFILE', hard: 1024, soft: 1024 }] }, mine: 1, hostname: null }), []);
});

test('the first misfit is named in the words of Go', () => {
	assert.deepEqual(refusal({ process: { rlimits: 'all' } }), [
		'cannot unmarshal string into Go struct field Process.process.rlimits of type []specs.POSIXRlimit',
	]);
	assert.deepEqual(refusal({ Process: { rlimits: [{ hard: -1 }] } }), [
		'cannot unmarshal number -1 into Go struct field POSIXRlimit.process.rlimits.hard of type uint64',
	]);
	assert.deepEqual(refusal({ linux: { resources: { rdma: { x: { hcaHandles: 1.5 } } } } }), [
		'cannot unmarshal number 1.5 into Go struct field LinuxRdma.linux.resources.rdma.hcaHandles of type uint32',
	]);
	assert.deepEqual(refusal({ linux: { seccomp: { defaultAction: true } }, annotations: { a: 1 } }), [
		'cannot unmarshal number into Go struct field Spec.annotations of type string',
	]);
});

test('the root document has no overrides of its own', () => {
	const conflicts = conflictsOf(criBaseRuntimeSpecConfig);
	assert.deepEqual(conflicts({}, { machine: { baseRuntimeSpecOverrides: { hostname: 'a' } } }), [
		'base runtime spec overrides are already set in v1alpha1 config',
	]);
	assert.deepEqual(conflicts({}, { machine: { baseRuntimeSpecOverrides: {} } }), []);
});
