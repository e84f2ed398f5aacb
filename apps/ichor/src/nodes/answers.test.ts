import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { VersionResponseSchema } from '@ichor/api/machine';
import { RpcError } from '@ichor/rpc';
import { allAnswersOf, answersOf } from './answers.ts';
import { fakeSession } from './fake-session.ts';

const answered = (...messages: readonly { hostname: string; error?: string; code?: number }[]) =>
	Promise.resolve(
		create(VersionResponseSchema, {
			messages: messages.map(({ hostname, error = '', code }) => ({
				metadata: { hostname, error, ...(code === undefined ? {} : { status: { code, message: error } }) },
			})),
		}),
	);

describe('answers of several nodes', () => {
	test('are those of the nodes that answered; the others are a warning', async () => {
		const session = fakeSession();
		const call = answered({ hostname: 'a' }, { hostname: 'b', error: 'gone \x1b[2J', code: 14 }, { hostname: 'c', error: 'no' });
		const answers = await answersOf(session, 'error asking', call);
		assert.deepEqual(
			answers.map(({ node }) => node),
			['a'],
		);
		assert.equal(
			session.terminal.errors,
			'WARNING: 2 errors occurred:\n\t* b: rpc error: code = Unavailable desc = gone \\x1b[2J\n\t* c: no\n\n\n',
		);
	});

	test('are an error when there is none, or when each must be there', async () => {
		const session = fakeSession();
		const refused = () => answered({ hostname: 'b', error: 'no' });
		await assert.rejects(answersOf(session, 'error asking', refused()), { message: 'error asking: 1 error occurred:\n\t* b: no\n\n' });
		const partly = answered({ hostname: 'a' }, { hostname: 'b', error: 'no' });
		await assert.rejects(allAnswersOf(session, '', partly), { message: '1 error occurred:\n\t* b: no\n\n' });
		assert.equal(session.terminal.errors, '');
	});

	test('a call that fails as a whole says so as Go programs do', async () => {
		const failed = Promise.reject(new RpcError('permission-denied', 'not authorized'));
		await assert.rejects(answersOf(fakeSession(), 'error asking', failed), {
			message: 'error asking: rpc error: code = PermissionDenied desc = not authorized',
		});
	});

	test('a node that does not say its name is called as it was called', async () => {
		const [answer] = await answersOf(fakeSession(), '', Promise.resolve(create(VersionResponseSchema, { messages: [{}] })));
		assert.equal(answer?.node, '10.5.0.2');
	});
});
