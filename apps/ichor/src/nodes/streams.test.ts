import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { type Data, DataSchema } from '@ichor/api/common';
import { RpcError } from '@ichor/rpc';
import { fakeSession } from './fake-session.ts';
import { bytesOf, eachMessage } from './streams.ts';

const encoded = (text: string) => new TextEncoder().encode(text);

async function* stream(
	failure: Error | undefined,
	...messages: readonly { text?: string; hostname?: string; error?: string }[]
): AsyncGenerator<Data> {
	for (const { text = '', hostname = '', error = '' } of messages)
		yield create(DataSchema, { bytes: encoded(text), metadata: { hostname, error } });
	if (failure !== undefined) throw failure;
}

async function read(messages: AsyncIterable<Data>, refuse = ''): Promise<string> {
	const seen: string[] = [];
	await eachMessage(fakeSession(), messages, ({ bytes }, { node, named }) => {
		const text = new TextDecoder().decode(bytes);
		if (text === refuse) return `${node}: refused`;
		seen.push(`${node}${named ? '' : '?'}:${text}`);
		return undefined;
	});
	return seen.join(' ');
}

describe('a stream of several nodes', () => {
	test('says whose each message is', async () => {
		assert.equal(await read(stream(undefined, { text: 'x', hostname: 'a' }, { text: 'y' })), 'a:x 10.5.0.2?:y');
	});

	test('goes on after a refusal and says it in the end', async () => {
		const messages = () => stream(undefined, { hostname: 'a', error: 'gone \x1b[2J' }, { text: 'x', hostname: 'b' });
		await assert.rejects(read(messages()), { message: '1 error occurred:\n gone \\x1b[2J' });
		await assert.rejects(read(messages(), 'x'), { message: '2 errors occurred:\n gone \\x1b[2J\n b: refused' });
	});

	test('that breaks is a failure, that was cancelled is an end', async () => {
		await assert.rejects(read(stream(new RpcError('unavailable', 'lost'))), {
			message: 'error streaming results: rpc error: code = Unavailable desc = lost',
		});
		assert.equal(await read(stream(new RpcError('cancelled', 'context canceled'), { text: 'x' })), '10.5.0.2?:x');
	});
});

test('the bytes of one node end with what it refuses', async () => {
	const seen: string[] = [];
	await assert.rejects(
		async () => {
			for await (const bytes of bytesOf(stream(undefined, { text: 'a' }, { text: 'b', error: 'disk on fire' })))
				seen.push(new TextDecoder().decode(bytes));
		},
		{ message: 'disk on fire' },
	);
	assert.deepEqual(seen, ['a', 'b']);
});
