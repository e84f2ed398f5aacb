import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { containerConfig } from './container-config.ts';

const judge = rulesOf(containerConfig);

const valid = { name: 'web', image: `nginx@sha256:${'0'.repeat(64)}` };

test('a container has a name and an image', () => {
	assert.deepEqual(judge(valid), { errors: [], warnings: [] });
	assert.deepEqual(judge({}).errors, ['name is required', 'image is required']);
	assert.deepEqual(judge({ ...valid, name: 'Web' }).errors, [
		'name "Web": name can only contain lowercase ASCII letters, digits and hyphens',
	]);
	assert.deepEqual(judge({ ...valid, name: 'x'.repeat(64) }).errors, [`name "${'x'.repeat(64)}" must be 63 characters or fewer`]);
});

test('an image that may change is worth a warning', () => {
	assert.deepEqual(judge({ ...valid, image: 'nginx:1.27' }), {
		errors: [],
		warnings: ['container "web": image "nginx:1.27" is not digest-pinned, the running image may change on restart'],
	});
	assert.deepEqual(judge({ ...valid, image: 'No Image' }).errors, [
		'invalid image reference "No Image": could not parse reference: No Image',
	]);
});

test('each part of a container is looked at, in order', () => {
	const document = {
		...valid,
		environment: ['A=b', 'broken'],
		mounts: [{}],
		security: { profile: 'open' },
		network: { mode: 'bridge' },
		resources: { limits: { cpu: '1', memory: 'much' } },
		dependsOn: { paths: ['a'], networks: ['wifi'], containers: ['', 'web'] },
		runAs: { uid: -1, gid: 0 },
	};
	assert.deepEqual(judge(document).errors, [
		'environment[1]: "broken" must be in KEY=value form',
		'mounts[0]: exactly one of userVolume, tmpfs or hostPath must be set',
		'unsupported security profile "open", expected restricted or privileged',
		'unsupported network mode "bridge", expected none or host',
		'limits.memory "much" is not a valid size: strconv.ParseFloat: parsing "": invalid syntax',
		'limits.cpu "1" must be expressed in millicores, e.g. 1500m',
		'dependsOn.paths entry "a" must be an absolute path',
		'unsupported dependsOn.networks condition "wifi"',
		'dependsOn.containers entry must not be empty',
		'container "web" cannot depend on itself',
		'runAs.uid must be non-negative, got -1',
	]);
});

test('a mount has one source and a place of its own', () => {
	const tmpfs = { destination: '/tmp', options: ['ro', 'rw', 'fast'] };
	assert.deepEqual(judge({ ...valid, mounts: [{ tmpfs }] }).errors, [
		'mounts[0]: unsupported mount option "fast"\nmount options ro and rw are mutually exclusive',
	]);
	const hostPath = { source: '/dev', destination: '/x' };
	assert.deepEqual(judge({ ...valid, mounts: [{ hostPath }, { hostPath }] }).errors, ['mounts[1]: duplicate destination "/x"']);
	assert.deepEqual(judge({ ...valid, mounts: [{ userVolume: { destination: 'x' } }] }).errors, [
		'mounts[0]: userVolume.name is required\nuserVolume.destination "x" must be an absolute path',
	]);
});

test('capabilities are written without their prefix, and ALL can only be dropped', () => {
	const capabilities = { add: ['ALL', 'CAP_X', 'NET_ADMIN', 'n', ''], drop: ['ALL', 'NET_ADMIN', 'A1'] };
	assert.deepEqual(judge({ ...valid, security: { capabilities } }).errors, [
		'capabilities.add does not accept ALL, use profile: privileged instead',
		'capabilities.add: capability "CAP_X" must be given without the CAP_ prefix',
		'capabilities.add: capability "n" must be upper case',
		'capabilities.add: capability name must not be empty',
		'capabilities.drop: capability "A1" may only contain upper case letters and underscores',
		'capability "ALL" appears in both add and drop',
		'capability "NET_ADMIN" appears in both add and drop',
	]);
});

test('limits of the processor are whole thousandths', () => {
	const limit = (cpu: string) => judge({ ...valid, resources: { limits: { cpu } } }).errors;
	assert.deepEqual(limit('1500m'), []);
	assert.deepEqual(limit('0m'), ['limits.cpu "0m" must be greater than zero']);
	assert.deepEqual(limit('1.5m'), [
		'limits.cpu "1.5m" is not a valid millicore quantity: strconv.ParseUint: parsing "1.5": invalid syntax',
	]);
});
