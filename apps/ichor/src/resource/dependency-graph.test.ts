import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create, toBinary } from '@bufbuild/protobuf';
import { ListResponseSchema, ResourceDefinitionSpecSchema } from '@ichor/api/cosi';
import { ControllerDependencyEdgeSchema, DependencyEdgeType } from '@ichor/api/inspect';
import type { TalosServices } from '@ichor/client/api';
import { RpcError } from '@ichor/rpc';
import { fakeSession } from '../nodes/fake-session.ts';
import { kindGraph, resourceGraph } from './dependency-graph.ts';

const edges = [
	{ controllerName: 'b.Writer', resourceType: 'Things.dev', edgeType: DependencyEdgeType.OUTPUT_EXCLUSIVE },
	{ controllerName: 'a.Reader', resourceType: 'Things.dev', resourceId: 'one', edgeType: DependencyEdgeType.INPUT_WEAK },
	{ controllerName: 'a.Reader', resourceType: 'Things.dev', edgeType: DependencyEdgeType.INPUT_DESTROY_READY },
	{ controllerName: 'a.Reader', resourceType: 'Secrets.dev', edgeType: DependencyEdgeType.INPUT_STRONG },
].map((edge) => create(ControllerDependencyEdgeSchema, edge));

test('controllers and kinds are numbered as they come, and printed by name', () => {
	assert.equal(
		String(kindGraph(edges)),
		[
			'digraph  {',
			'\t',
			'\tn4[fillcolor="azure2",label="Secrets.dev",shape="note",style="filled"];',
			'\tn2[fillcolor="azure2",label="Things.dev",shape="note",style="filled"];',
			'\tn3[label="a.Reader",shape="box"];',
			'\tn1[label="b.Writer",shape="box"];',
			'\tn4->n3[style="solid"];',
			'\tn2->n3[label="one",style="dotted"];',
			'\tn1->n2[style="bold"];',
			'\t',
			'}',
			'',
		].join('\n'),
	);
});

test('resources stand in a frame for their kind, but for those that nobody may list', async () => {
	const definition = (type: string) =>
		create(ListResponseSchema, {
			resource: {
				metadata: { id: type.toLowerCase() },
				spec: {
					protoSpec: toBinary(
						ResourceDefinitionSpecSchema,
						create(ResourceDefinitionSpecSchema, { resourceType: type, defaultNamespace: 'ns' }),
					),
				},
			},
		});
	const state = {
		async *list({ type }: { readonly type: string }) {
			if (type === 'Secrets.dev') throw new RpcError('permission-denied', 'not authorized');
			if (type !== 'Things.dev') yield* ['Things.dev', 'Secrets.dev'].map(definition);
			else
				for (const id of ['one', 'two'])
					yield create(ListResponseSchema, { resource: { metadata: { namespace: 'ns', type, id, owner: 'b.Writer' } } });
		},
	};
	const session = fakeSession({ node: () => ({ state }) as unknown as TalosServices });
	assert.equal(
		String(await resourceGraph(session, edges)),
		[
			'digraph  {',
			'\tsubgraph cluster_s3 {',
			'\t\tlabel="Things.dev";',
			'\t\tn4[fillcolor="azure2",label="ns/Things.dev/one",shape="note",style="filled"];',
			'\t\tn5[fillcolor="azure2",label="ns/Things.dev/two",shape="note",style="filled"];',
			'\t\t',
			'\t}',
			'\t',
			'\tn2[label="a.Reader",shape="box"];',
			'\tn1[label="b.Writer",shape="box"];',
			'\tn1->n4[style="solid"];',
			'\tn1->n5[style="solid"];',
			'\tn4->n2[style="dotted"];',
			'\t',
			'}',
			'',
		].join('\n'),
	);
});
