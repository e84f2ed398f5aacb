import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import {
	EventType,
	GetResponseSchema,
	ListResponseSchema,
	type Resource,
	ResourceDefinitionSpecSchema,
	ResourceSchema,
	WatchResponseSchema,
} from '@ichor/api/cosi';
import type { TalosServices } from '@ichor/client/api';
import { RpcError } from '@ichor/rpc';
import { fakeSession } from '../nodes/fake-session.ts';
import { printResources, type ResourceQuery } from './print-resources.ts';

const members = definition('members.cluster.talos.dev', {
	resourceType: 'Members.cluster.talos.dev',
	displayType: 'Member',
	defaultNamespace: 'cluster',
	allAliases: ['members', 'member'],
	printColumns: [
		{ name: 'Hostname', jsonPath: '{.hostname}' },
		{ name: 'Addresses', jsonPath: '{.addresses}' },
	],
});
const others = definition('members.other.dev', { resourceType: 'Members.other.dev', allAliases: ['member'] });

function definition(id: string, spec: MessageInitShape<typeof ResourceDefinitionSpecSchema>): Resource {
	const protoSpec = toBinary(ResourceDefinitionSpecSchema, create(ResourceDefinitionSpecSchema, spec));
	return create(ResourceSchema, { metadata: { namespace: 'meta', id }, spec: { protoSpec } });
}

function member(id: string, yamlSpec: string, labels: Readonly<Record<string, string>> = {}): Resource {
	const metadata = {
		namespace: 'cluster',
		type: 'Members.cluster.talos.dev',
		id,
		version: '2',
		phase: 'running',
		owner: 'cluster.MemberController',
	};
	const created = { seconds: 1_795_273_778n, nanos: 5 };
	return create(ResourceSchema, { metadata: { ...metadata, labels: { ...labels }, created, updated: created }, spec: { yamlSpec } });
}

const one = member('cp-1', 'hostname: cp-1\naddresses:\n    - 10.5.0.2\n', { role: 'a' });
const hostile = member('x\x1b[2J', 'hostname: "\\e]0;title\\a"\naddresses: []\n');

/** What `get` prints of nodes that have these resources; a node without is not reached. */
async function printed(
	query: Partial<ResourceQuery>,
	resources: Readonly<Record<string, readonly Resource[] | undefined>>,
	watched: readonly object[] = [],
) {
	const state = (node: string): unknown => ({
		async *list({ namespace }: { readonly namespace: string }) {
			const found = namespace === 'meta' ? [members, others] : resources[node];
			if (found === undefined) throw new RpcError('unavailable', 'gone');
			for (const resource of found) yield create(ListResponseSchema, { resource });
		},
		async get({ id }: { readonly id: string }) {
			const resource = resources[node]?.find(({ metadata }) => metadata?.id === id);
			if (resource === undefined) throw new RpcError('not-found', `no ${id}`);
			return create(GetResponseSchema, { resource });
		},
		async *watch() {
			if (resources[node] === undefined) throw new RpcError('unavailable', 'gone');
			yield create(WatchResponseSchema, {});
			for (const event of watched) yield create(WatchResponseSchema, { event: [event] });
			throw new RpcError('unavailable', 'lost');
		},
	});
	const machine = { version: async () => ({ messages: [{ metadata: { hostname: 'a' }, version: { tag: 'v1.12.4' } }] }) };
	const nodes = Object.keys(resources);
	const session = fakeSession(
		{ machine, node: (node: string) => ({ state: state(node), machine }) as unknown as TalosServices } as unknown as Parameters<
			typeof fakeSession
		>[0],
		nodes,
	);
	const asked: ResourceQuery = { type: 'members', id: '', namespace: '', output: 'table', watch: false, ...query };
	const failure = await printResources(session, asked).catch((error: unknown) =>
		String(error instanceof RpcError ? error : (error as Error).message),
	);
	return { output: session.terminal.output, errors: session.terminal.errors, failure };
}

describe('get', () => {
	test('prints the columns of the kind, and what a terminal would obey as escapes', async () => {
		const { output, errors, failure } = await printed({}, { '10.5.0.2': [one, hostile] });
		assert.equal(failure, undefined);
		assert.equal(
			output,
			[
				'NODE       NAMESPACE   TYPE     ID         VERSION   HOSTNAME           ADDRESSES',
				'10.5.0.2   cluster     Member   cp-1       2         cp-1               ["10.5.0.2"]',
				'10.5.0.2   cluster     Member   x\\x1b[2J   2         \\x1b]0;title\\x07   []',
				'',
			].join('\n'),
		);
		assert.match(errors, /^WARNING: a: server version 1\.12\.4 is older than client version /);
	});

	test('prints YAML, JSON and what a template finds', async () => {
		const yaml = (await printed({ output: 'yaml', id: 'cp-1' }, { a: [one], b: [one] })).output;
		const document = [
			'node: a',
			'metadata:',
			'    namespace: cluster',
			'    type: Members.cluster.talos.dev',
			'    id: cp-1',
			'    version: 2',
			'    owner: cluster.MemberController',
			'    phase: running',
			'    created: 2026-11-21T15:09:38Z',
			'    updated: 2026-11-21T15:09:38Z',
			'    labels:',
			'        role: a',
			'spec:',
			'    hostname: cp-1',
			'    addresses:',
			'        - 10.5.0.2',
			'',
		].join('\n');
		assert.equal(yaml, `${document}---\n${document.replace('node: a', 'node: b')}`);
		const json = JSON.parse((await printed({ output: 'json' }, { a: [one] })).output) as { metadata: { version: number }; node: string };
		assert.deepEqual([json.metadata.version, json.node], [2, 'a']);
		const template = 'jsonpath={.metadata.id}{.spec.addresses}';
		assert.equal((await printed({ output: template }, { a: [one] })).output, 'cp-1\n[\n    "10.5.0.2"\n]\n');
	});

	test('of several nodes tells of those that fail, behind the others', async () => {
		const { output, failure } = await printed({}, { a: [one], b: undefined as unknown as readonly Resource[] });
		assert.match(output, /\na +cluster/);
		assert.equal(failure, '1 error occurred:\n\t* rpc error: code = Unavailable desc = gone\n\n');
	});

	test('refuses what is no kind, what is several, and what is no format', async () => {
		const refused = async (query: Partial<ResourceQuery>) => (await printed(query, { a: [one] })).failure;
		assert.equal(await refused({ type: 'MEMBERS' }), undefined);
		assert.equal(await refused({ type: 'x' }), 'rpc error: code = NotFound desc = resource "x" is not registered');
		assert.match(
			String(await refused({ type: 'member' })),
			/resource type "member" is ambiguous: \[members\.cluster\.talos\.dev members\.other\.dev\]$/,
		);
		assert.equal(await refused({ output: 'wide' }), 'output format "wide" is not supported');
		assert.equal(await refused({ output: 'jsonpath={.x' }), 'error parsing jsonpath: unclosed action');
		assert.equal(await refused({ output: 'jsonpath={.x}' }), 'error finding result for jsonpath: x is not found');
	});

	test('follows changes: aligns what there is, then prints each at once', async () => {
		const events = [
			{ eventType: EventType.CREATED, resource: one },
			{ eventType: EventType.BOOTSTRAPPED },
			{ eventType: EventType.DESTROYED, resource: one },
		];
		const { output, failure } = await printed({ watch: true }, { a: [one] }, events);
		assert.equal(
			output,
			[
				'NODE   *   NAMESPACE   TYPE     ID     VERSION   HOSTNAME   ADDRESSES',
				'a      +   cluster     Member   cp-1   2         cp-1       ["10.5.0.2"]',
				'a   -   cluster   Member   cp-1   2   cp-1   ["10.5.0.2"]',
				'',
			].join('\n'),
		);
		assert.equal(failure, 'rpc error: code = Unavailable desc = lost');

		const refused = await printed({ watch: true }, { a: [one], b: undefined }, events);
		assert.equal(refused.failure, 'error setting up watch on node b: rpc error: code = Unavailable desc = gone');
		assert.equal(refused.output.split('\n').length, 2, 'the header alone');
	});
});
