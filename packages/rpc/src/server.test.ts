import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { MachineService } from '@ichor/api/machine';
import { DebugService } from '@ichor/api/machine/debug';
import { TimeService } from '@ichor/api/time';
import { RoomError } from '@ichor/std';
import { type Channel, openChannel } from './channel.ts';
import { createClient, type RpcClient } from './client.ts';
import { RpcError } from './errors.ts';
import type { Call, Handlers } from './handlers.ts';
import { listenUnix } from './listen-unix.ts';
import { RpcServer, type RpcServerOptions } from './server.ts';

let folder = '';
let sockets = 0;

before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ichor-rpc-'));
});
after(async () => await rm(folder, { recursive: true }));

describe('calls', { timeout: 10_000 }, () => {
	test('one request, one answer', async () => {
		await serving({ hostname: async () => ({ messages: [{ hostname: 'node-1' }] }) }, async (machine) => {
			assert.deepEqual(
				(await machine.hostname({})).messages.map(({ hostname }) => hostname),
				['node-1'],
			);
		});
	});

	test('an answer in pieces', async () => {
		const handlers: Handlers<typeof MachineService> = {
			async *read({ path }) {
				for (const part of path.split('/')) yield { bytes: Buffer.from(part) };
			},
		};
		await serving(handlers, async (machine) => {
			const parts: string[] = [];
			for await (const { bytes } of machine.read({ path: 'etc/os-release' })) parts.push(new TextDecoder().decode(bytes));
			assert.deepEqual(parts, ['etc', 'os-release']);
		});
	});

	test('pieces in memory that is used again, to several at once', async () => {
		const handlers: Handlers<typeof MachineService> = {
			async *read() {
				const bytes = new Uint8Array(100_000);
				for (let value = 0; value < 50; value += 1) yield { bytes: bytes.fill(value) };
			},
		};
		await serving(handlers, async (machine) => {
			const check = async (): Promise<void> => {
				let count = 0;
				for await (const { bytes } of machine.read({ path: '/' })) {
					assert.ok(bytes.length === 100_000 && bytes.every((byte) => byte === count));
					count += 1;
				}
				assert.equal(count, 50);
			};
			await Promise.all([check(), check(), check()]);
		});
	});

	test('a request in pieces', async () => {
		let received = 0;
		const handlers: Handlers<typeof MachineService> = {
			async etcdRecover(chunks) {
				for await (const { bytes } of chunks) received += bytes.length;
				return { messages: [{}] };
			},
		};
		await serving(handlers, async (machine) => {
			await machine.etcdRecover(Array.from({ length: 100 }, () => ({ bytes: new Uint8Array(65_536) })));
			assert.equal(received, 6_553_600);
		});
	});

	test('both in pieces, one after the other', async () => {
		const server = new RpcServer().add(DebugService, {
			async *containerRun(requests) {
				for await (const { request } of requests)
					if (request.case === 'stdinData') yield { resp: { case: 'stdoutData', value: request.value } };
				yield { resp: { case: 'exitCode', value: 7 } };
			},
		});
		await connected(server, async (channel) => {
			const heard: unknown[] = [];
			const words = ['a', 'b', 'c'].map((word) => ({ request: { case: 'stdinData', value: Buffer.from(word) } as const }));
			for await (const { resp } of createClient(DebugService, channel).containerRun(words)) {
				heard.push(resp.case === 'stdoutData' ? new TextDecoder().decode(resp.value) : resp.value);
			}
			assert.deepEqual(heard, ['a', 'b', 'c', 7]);
		});
	});

	test('messages of 30 MB, but none of more than 32 MiB', async () => {
		await serving(
			{ metaWrite: async ({ value }) => ({ messages: [{ metadata: { hostname: String(value.length) } }] }) },
			async (machine) => {
				const { messages } = await machine.metaWrite({ value: new Uint8Array(30_000_000) });
				assert.equal(messages[0]?.metadata?.hostname, '30000000');
				await assert.rejects(machine.metaWrite({ value: new Uint8Array(33 << 20) }), { code: 'resource-exhausted' });
			},
		);
	});

	test('what is not implemented says so', async () => {
		await serving({}, async (machine, channel) => {
			await assert.rejects(machine.version({}), { name: 'RpcError', code: 'unimplemented' });
			await assert.rejects(createClient(TimeService, channel).time({}), { code: 'unimplemented' });
			await assert.rejects(async () => await machine.read({ path: '/' }).next(), { code: 'unimplemented' });
		});
	});
});

describe('failures', { timeout: 10_000 }, () => {
	const failures: readonly (readonly [string, unknown, string, string])[] = [
		[
			'an RpcError',
			new RpcError('failed-precondition', 'etcd service is not "ready": 100 % ü'),
			'failed-precondition',
			'etcd service is not "ready": 100 % ü',
		],
		['a failure of a room', new RoomError('not-found', 'no such thing'), 'not-found', 'no such thing'],
		['a failure of a room that means nothing to gRPC', new RoomError('rusty', 'it is rusty'), 'unknown', 'it is rusty'],
		['any other error', new TypeError('not a function'), 'unknown', 'not a function'],
		['a cancellation', new DOMException('stop', 'AbortError'), 'cancelled', 'context canceled'],
		['a deadline', new DOMException('late', 'TimeoutError'), 'deadline-exceeded', 'context deadline exceeded'],
		['several lines', new Error('one\ntwo'), 'unknown', 'one\ntwo'],
	];
	for (const [name, thrown, code, message] of failures) {
		test(`${name} reaches the caller`, async () => {
			const handlers: Handlers<typeof MachineService> = {
				version: async () => await Promise.reject(thrown as Error),
				async *read() {
					yield { bytes: new Uint8Array([1]) };
					throw thrown;
				},
			};
			await serving(handlers, async (machine) => {
				await assert.rejects(machine.version({}), { name: 'RpcError', code, message });
				const chunks = machine.read({ path: '/' });
				assert.equal((await chunks.next()).value?.bytes.length, 1);
				await assert.rejects(async () => await chunks.next(), { name: 'RpcError', code, message });
			});
		});
	}

	test('an error prints as Go prints it', () => {
		assert.equal(String(new RpcError('not-found', 'no such thing')), 'rpc error: code = NotFound desc = no such thing');
	});

	test('a server that is not there is unavailable', async () => {
		const channel = openChannel(`unix:${join(folder, 'nobody.sock')}`);
		await assert.rejects(createClient(MachineService, channel).version({}), { code: 'unavailable' });
		channel.close();
	});

	test('requests that cannot be made cancel the call', async () => {
		const received = Promise.withResolvers<void>();
		const told = Promise.withResolvers<void>();
		const handlers: Handlers<typeof MachineService> = {
			async etcdRecover(chunks, { signal }) {
				signal.addEventListener('abort', () => told.resolve());
				for await (const _ of chunks) received.resolve();
				return {};
			},
		};
		await serving(handlers, async (machine) => {
			const broken = async function* (): AsyncGenerator<{ bytes: Uint8Array<ArrayBuffer> }> {
				yield { bytes: new Uint8Array(1) };
				await received.promise;
				throw new Error('disk error');
			};
			await assert.rejects(machine.etcdRecover(broken()), { message: 'disk error' });
			await told.promise;
		});
	});
});

describe('ends', { timeout: 10_000 }, () => {
	test('a caller cancels a call, and the handler is told', async () => {
		const started = Promise.withResolvers<void>();
		const told = Promise.withResolvers<unknown>();
		const handlers: Handlers<typeof MachineService> = {
			version: async (_request, { signal }) => {
				started.resolve();
				return await new Promise((_, reject) => {
					signal.addEventListener('abort', () => {
						told.resolve(signal.reason);
						reject(signal.reason as Error);
					});
				});
			},
		};
		await serving(handlers, async (machine) => {
			const cancel = new AbortController();
			const call = machine.version({}, { signal: cancel.signal });
			await started.promise;
			cancel.abort(new Error('changed my mind'));
			await assert.rejects(call, { message: 'changed my mind' });
			assert.ok((await told.promise) instanceof RpcError);
			await assert.rejects(machine.version({}, { signal: cancel.signal }), { message: 'changed my mind' });
		});
	});

	test('a deadline ends a call on both sides', async () => {
		const told = Promise.withResolvers<void>();
		const handlers: Handlers<typeof MachineService> = {
			version: async (_request, { signal }) => {
				signal.addEventListener('abort', () => told.resolve());
				return await new Promise(() => undefined);
			},
		};
		await serving(handlers, async (machine) => {
			await assert.rejects(machine.version({}, { timeout: 50 }), { code: 'deadline-exceeded' });
			await told.promise;
		});
	});

	test('who stops reading cancels the call', async () => {
		const told = Promise.withResolvers<void>();
		const handlers: Handlers<typeof MachineService> = {
			async *dmesg(_request, { signal }) {
				signal.addEventListener('abort', () => told.resolve());
				for (;;) yield { bytes: new Uint8Array(1024) };
			},
		};
		await serving(handlers, async (machine) => {
			let count = 0;
			for await (const _ of machine.dmesg({ follow: true })) {
				count += 1;
				if (count === 50) break;
			}
			await told.promise;
		});
	});

	test('a reader that is slow slows the handler', async () => {
		let made = 0;
		const handlers: Handlers<typeof MachineService> = {
			async *dmesg() {
				for (; made < 1000; made += 1) yield { bytes: new Uint8Array(65_536) };
			},
		};
		await serving(handlers, async (machine) => {
			const chunks = machine.dmesg({});
			await chunks.next();
			// let everything that is on its way arrive
			for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate);
			assert.ok(made < 500, `${made} of 1000 chunks were made for a reader that took one`);
			await chunks.return(undefined);
		});
	});

	test('a server that closes lets calls finish, within its grace', async () => {
		const release = Promise.withResolvers<void>();
		const started = Promise.withResolvers<void>();
		const handlers: Handlers<typeof MachineService> = {
			hostname: async () => {
				started.resolve();
				await release.promise;
				return { messages: [{ hostname: 'late' }] };
			},
			version: async () => await new Promise(() => undefined),
		};
		await serving(handlers, async (machine, _channel, server) => {
			const call = machine.hostname({});
			await started.promise;
			const closed = server.close(5000);
			release.resolve();
			assert.equal((await call).messages[0]?.hostname, 'late');
			await closed;
		});
		await serving(handlers, async (machine, _channel, server) => {
			const call = machine.version({});
			const failed = assert.rejects(call, RpcError);
			await new Promise(setImmediate);
			await server.close();
			await failed;
		});
	});
});

describe('what accompanies a call', { timeout: 10_000 }, () => {
	test('metadata reaches the handler, repeated keys as several values', async () => {
		const heard: (readonly string[])[] = [];
		const version = async (_request: unknown, call: Call): Promise<object> => {
			heard.push(call.metadata('talos-role'), call.metadata('node'), call.metadata('absent'));
			return {};
		};
		await serving({ version }, async (machine) => {
			await machine.version({}, { metadata: { 'talos-role': ['os:admin', 'os:reader'], node: '10.5.0.2' } });
			assert.deepEqual(heard, [['os:admin', 'os:reader'], ['10.5.0.2'], []]);
		});
	});

	test('a call that is not authorized does not reach its handler', async () => {
		const finished: string[] = [];
		const options: RpcServerOptions = {
			authorize: (call) => {
				if (!call.metadata('talos-role').includes('os:admin')) throw new RpcError('permission-denied', 'not authorized');
			},
			finished: ({ path }, error) => void finished.push(`${path} ${error?.code ?? 'ok'}`),
		};
		const handlers: Handlers<typeof MachineService> = {
			version: async () => ({}),
			async *read() {
				yield {};
			},
		};
		await serving(
			handlers,
			async (machine) => {
				await assert.rejects(machine.version({}), { code: 'permission-denied', message: 'not authorized' });
				await assert.rejects(async () => await machine.read({}).next(), { code: 'permission-denied', message: 'not authorized' });
				await machine.version({}, { metadata: { 'talos-role': 'os:admin' } });
				assert.deepEqual(finished, [
					'/machine.MachineService/Version permission-denied',
					'/machine.MachineService/Read permission-denied',
					'/machine.MachineService/Version ok',
				]);
			},
			options,
		);
	});

	test('a socket is for its owner unless told otherwise, and replaces the one of an earlier run', async () => {
		const path = join(folder, 'mode.sock');
		for (const [mode, expected] of [
			[undefined, 0o600],
			[0o660, 0o660],
		] as const) {
			const listener = await listenUnix(() => undefined, path, mode);
			assert.equal((await stat(path)).mode & 0o777, expected);
			await listener.close();
		}
		const listeners = [await listenUnix(() => undefined, path), await listenUnix(() => undefined, path)];
		for (const listener of listeners) await listener.close();
	});
});

async function serving(
	handlers: Handlers<typeof MachineService>,
	body: (machine: RpcClient<typeof MachineService>, channel: Channel, server: RpcServer) => Promise<void>,
	options: RpcServerOptions = {},
): Promise<void> {
	const server = new RpcServer(options).add(MachineService, handlers);
	await connected(server, async (channel) => await body(createClient(MachineService, channel), channel, server));
}

async function connected(server: RpcServer, body: (channel: Channel) => Promise<void>): Promise<void> {
	sockets += 1;
	const path = join(folder, `${sockets}.sock`);
	const listener = await listenUnix(server.accept, path);
	const channel = openChannel(`unix:${path}`);
	try {
		await body(channel);
	} finally {
		channel.close();
		await server.close();
		await listener.close();
	}
}
