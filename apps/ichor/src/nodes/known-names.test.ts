import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { create, toBinary } from '@bufbuild/protobuf';
import { ResourceDefinitionSpecSchema, ResourceSchema, State } from '@ichor/api/cosi';
import { MachineService } from '@ichor/api/machine';
import { findCall, runCall } from '../command/call.ts';
import { FakeTerminal } from '../command/fake-terminal.ts';
import { tree } from '../tree.ts';
import { fakeApi } from './fake-api.ts';

test('nodes, services, types and the resources of a type come from the cluster', async (t) => {
	const offered = completion(await cluster(t));
	const cases: readonly (readonly [line: string, names: readonly string[]])[] = [
		['get mem', ['memberalias', 'members.cluster.talos.dev']],
		['get members ', ['cp-1', 'cp-2']],
		['get members cp-2', ['cp-2']],
		['service ', ['apid', 'etcd']],
		['restart ', ['apid']],
		['restart -k ', ['kube-system/web:main']],
		['restart -k -n ', ['10.5.0.2', 'cp-1']],
		['logs e', ['etcd', 'etcd-log']],
		['list /et', ['/etc/']],
	];
	for (const [line, names] of cases) assert.deepEqual(await offered(line), names, line);
});

test('a node that is silent, or gone, offers nothing and takes no time', async (t) => {
	const silent = await fakeApi(t, (server) => server.add(MachineService, { serviceList: async () => await new Promise(() => undefined) }));
	const before = performance.now();
	assert.deepEqual(await completion(silent)('service '), []);
	assert.deepEqual(await completion('/nowhere/talosconfig')('service '), []);
	assert.ok(performance.now() - before < 10_000);
});

test('what a node calls its services is no command for the terminal', async (t) => {
	const hostile = await fakeApi(t, (server) =>
		server.add(MachineService, { serviceList: async () => ({ messages: [{ services: [{ id: 'x\n\x1b[2J:0' }] }] }) }),
	);
	assert.deepEqual(await completion(hostile)('service '), ['x\\n\\x1b[2J:0']);
});

/** What a shell is offered behind a line. */
function completion(talosconfig: string): (line: string) => Promise<readonly string[]> {
	return async (line) => {
		const terminal = new FakeTerminal({ HOME: '/nowhere', TALOSCONFIG: talosconfig });
		await runCall(await findCall(tree, ['__completeNoDesc', ...line.split(' ')]), terminal);
		assert.equal(terminal.errors, '');
		const lines = terminal.output.trimEnd().split('\n');
		assert.match(lines.pop() ?? '', /^:\d+$/);
		return lines;
	};
}

async function cluster(t: TestContext): Promise<string> {
	const definition = create(ResourceDefinitionSpecSchema, {
		resourceType: 'Members.cluster.talos.dev',
		displayType: 'Member',
		defaultNamespace: 'cluster',
		aliases: ['memberalias'],
		allAliases: ['members', 'memberalias'],
	});
	const members = { 'cp-1': 'hostname: cp-1\naddresses:\n    - 10.5.0.2\n', 'cp-2': 'hostname: ""\n' };
	return await fakeApi(t, (server) =>
		server
			.add(State, {
				async *list({ type }) {
					if (type === 'ResourceDefinitions.meta.cosi.dev') {
						const spec = { protoSpec: toBinary(ResourceDefinitionSpecSchema, definition) };
						yield { resource: create(ResourceSchema, { metadata: { id: 'members.cluster.talos.dev' }, spec }) };
						return;
					}
					for (const [id, yamlSpec] of Object.entries(members)) yield { resource: { metadata: { id }, spec: { yamlSpec } } };
				},
			})
			.add(MachineService, {
				serviceList: async () => ({ messages: [{ services: [{ id: 'etcd' }, { id: 'apid' }] }] }),
				containers: async ({ namespace }) => ({
					messages: [{ containers: [{ id: namespace === 'system' ? 'apid' : 'kube-system/web:main', pid: 7 }] }],
				}),
				logsContainers: async () => ({ messages: [{ ids: ['etcd-log'] }] }),
				async *list() {
					yield { relativeName: '.', isDir: true };
					yield { relativeName: 'etc', isDir: true };
				},
			}),
	);
}
