import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeServices } from '@ichor/api/node-services';
import { mayCall, methodsWithRules } from './roles.ts';

const paths = nodeServices.flatMap(({ typeName, methods }) => methods.map(({ name }) => `/${typeName}/${name}`));

test('every method that is served has a rule of its own', () => {
	const ruled = new Set(methodsWithRules());
	assert.deepEqual(
		paths.filter((path) => !ruled.has(path)),
		[],
	);
});

test('nobody gets in without a role, and an impersonator has none of its own', () => {
	for (const path of paths) {
		for (const roles of [[], ['os:impersonator'], ['system:masters'], ['']]) assert.equal(mayCall(path, roles, false), false, path);
		assert.equal(mayCall(path, ['os:admin'], false), true, path);
	}
});

test('roles do what their names say', () => {
	const allowed = (role: string) => paths.filter((path) => mayCall(path, [role], false)).map((path) => path.split('/')[2]);
	assert.deepEqual(allowed('os:etcd:backup'), ['EtcdMemberList', 'EtcdSnapshot', 'EtcdAlarmList', 'EtcdStatus']);
	assert.deepEqual(allowed('os:meta:writer'), ['MetaWrite', 'MetaDelete']);
	for (const method of ['Reset', 'Read', 'Copy', 'ApplyConfiguration', 'Kubeconfig', 'EtcdRecover']) {
		assert.ok(!allowed('os:operator').includes(method), method);
	}
	assert.ok(allowed('os:operator').includes('Reboot'));
	assert.ok(!allowed('os:reader').includes('Reboot'));
});

test('in maintenance a reader may hand in a configuration, and nothing else that writes', () => {
	assert.equal(mayCall('/machine.MachineService/ApplyConfiguration', ['os:reader'], true), true);
	assert.equal(mayCall('/machine.MachineService/ApplyConfiguration', ['os:reader'], false), false);
	assert.equal(mayCall('/machine.MachineService/Reset', ['os:reader'], true), false);
});
