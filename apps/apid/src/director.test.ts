import assert from 'node:assert/strict';
import { test } from 'node:test';
import { direct, type Place } from './director.ts';

const controlPlane: Place = { maintenance: false, forwards: true, isSelf: (target) => target === '10.5.0.2' };
const worker: Place = { ...controlPlane, forwards: false };
const version = '/machine.MachineService/Version';

test('metadata decides where a call goes', () => {
	assert.deepEqual(direct(version, {}, controlPlane), { to: 'local' });
	assert.deepEqual(direct(version, { proxyfrom: 'x', nodes: '10.5.0.3' }, controlPlane), { to: 'local' });
	assert.deepEqual(direct(version, { node: '10.5.0.2' }, controlPlane), { to: 'local' });
	assert.deepEqual(direct(version, { node: '10.5.0.3' }, controlPlane), { to: 'one', target: '10.5.0.3' });
	assert.deepEqual(direct(version, { nodes: '10.5.0.2, 10.5.0.3' }, controlPlane), {
		to: 'many',
		targets: ['10.5.0.2', '10.5.0.3'],
		streamed: false,
	});
	assert.deepEqual(direct('/machine.MachineService/Logs', { nodes: 'cp-1' }, controlPlane), {
		to: 'many',
		targets: ['cp-1'],
		streamed: true,
	});
	assert.deepEqual(direct(version, { node: '10.5.0.3' }, { ...controlPlane, maintenance: true }), { to: 'local' });
});

test('a worker answers for itself alone', () => {
	assert.deepEqual(direct(version, { node: '10.5.0.2' }, worker), { to: 'local' });
	assert.deepEqual(direct(version, { node: '10.5.0.3' }, worker), { to: 'refusal', status: { code: 7, message: 'no request forwarding' } });
});

test('a service whose answers cannot be packed is not spread', () => {
	const route = direct('/cosi.resource.State/Get', { nodes: 'a' }, controlPlane);
	assert.deepEqual(route, {
		to: 'refusal',
		status: { code: 3, message: 'one-2-many proxying is not supported for method /cosi.resource.State/Get' },
	});
});

test('a target that is no other node is refused', () => {
	for (const target of [
		'',
		'127.0.0.1',
		'::1',
		'169.254.1.1',
		'fe80::1',
		'224.0.0.1',
		'0.0.0.0',
		'10.5.0.2:50000',
		'a b',
		'../x',
		'user@host',
		'-x',
	]) {
		assert.equal(direct(version, { node: target }, controlPlane).to, 'refusal', target);
		assert.equal(direct(version, { nodes: `10.5.0.3,${target}` }, controlPlane).to, 'refusal', target);
	}
	const crowd = Array.from({ length: 10_001 }, (_, i) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`).join(',');
	assert.equal(direct(version, { nodes: crowd }, controlPlane).to, 'refusal');
});
