import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TalosServices } from '@ichor/client/api';
import { RpcError } from '@ichor/rpc';
import { eachNode } from './each-node.ts';
import { fakeSession } from './fake-session.ts';

test('nodes that answer are printed in their order, those that fail are told of behind them', async () => {
	const session = fakeSession({ node: (name: string) => ({ name }) as unknown as TalosServices }, ['a', 'b', 'c']);
	const printed: string[] = [];
	const ask = async (services: TalosServices) => {
		const { name } = services as unknown as { readonly name: string };
		if (name === 'b') throw new RpcError('not-found', 'image x not found');
		return name.toUpperCase();
	};
	const asked = eachNode(session, ask, (answers) => printed.push(...answers.map(({ node, answer }) => node + answer)));
	await assert.rejects(asked, { message: 'error from node b: rpc error: code = NotFound desc = image x not found' });
	assert.deepEqual(printed, ['aA', 'cC']);
});
