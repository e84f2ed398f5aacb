import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import { background, withTimeout } from '@ichor/std';
import { KubernetesClient } from './client.ts';
import { KubernetesError } from './errors.ts';
import type { KubernetesObject } from './object.ts';
import { watchObjects } from './watch.ts';

/** From the moment that a test asks for it: files are read long before their tests run. */
const context = () => withTimeout(background, 60_000);

describe('the client of the Kubernetes API', () => {
	test('applies an object where the server says that its kind is', async (t) => {
		const seen: string[] = [];
		const client = await clientOf(t, async (request, response) => {
			seen.push(`${request.method} ${request.url} ${request.headers['content-type'] ?? ''}`.trim());
			if (request.url === '/apis/apps/v1')
				return answer(response, 200, {
					resources: [
						{ name: 'deployments/status', kind: 'Deployment', namespaced: true },
						{ name: 'deployments', kind: 'Deployment', namespaced: true },
					],
				});
			answer(response, 200, JSON.parse(await bodyOf(request)));
		});
		const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } };
		assert.deepEqual(await client.apply(context(), object, 'talos'), object);
		await client.apply(context(), object, 'talos');
		assert.deepEqual(seen, [
			'GET /apis/apps/v1',
			...Array(2).fill('PATCH /apis/apps/v1/namespaces/shop/deployments/web?fieldManager=talos application/apply-patch+yaml'),
		]);
	});

	test('asks again for a kind that was not there, and says when there is none', async (t) => {
		let asked = 0;
		const client = await clientOf(t, (_, response) => answer(response, 200, { resources: asked++ === 0 ? [] : [widgets] }));
		assert.deepEqual(await client.resourceOf({ apiVersion: 'example.org/v1', kind: 'Widget' }), {
			base: '/apis/example.org/v1',
			plural: 'widgets',
			namespaced: false,
		});
		await assert.rejects(client.resourceOf({ apiVersion: 'example.org/v1', kind: 'Gadget' }), { code: 'not-found' });
	});

	for (const [status, code] of [
		[401, 'unauthorized'],
		[403, 'forbidden'],
		[404, 'not-found'],
		[409, 'conflict'],
		[422, 'invalid'],
		[429, 'busy'],
		[503, 'failed'],
	] as const) {
		test(`HTTP ${status} is "${code}", in the server's words`, async (t) => {
			const client = await clientOf(t, (_, response) => answer(response, status, { kind: 'Status', message: 'no such luck' }));
			await assert.rejects(client.get(context(), '/api/v1/nodes/n'), (error: Error) => {
				assert.ok(error instanceof KubernetesError);
				assert.equal(error.code, code);
				assert.equal(error.message, `GET /api/v1/nodes/n: no such luck (HTTP ${status})`);
				return true;
			});
		});
	}

	test('nobody there is "unavailable"; what is not there is undefined to find()', async (t) => {
		const nobody = new KubernetesClient({ server: 'http://127.0.0.1:1', authority: '' });
		await assert.rejects(nobody.get(context(), '/version'), { code: 'unavailable' });
		const client = await clientOf(t, (_, response) => answer(response, 404, { message: 'gone' }));
		assert.equal(await client.find(context(), '/api/v1/nodes/n'), undefined);
	});

	test('asks again when the connection that was kept for it has ended', async (t) => {
		let last: IncomingMessage['socket'] | undefined;
		let asked = 0;
		const client = await clientOf(t, (request, response) => {
			asked += 1;
			// as when a shared address moves: the second request meets a reset
			if (request.socket === last) return void request.socket.resetAndDestroy();
			last = request.socket;
			answer(response, 200, {});
		});
		await client.get(context(), '/api/v1/nodes/a');
		await client.get(context(), '/api/v1/nodes/b');
		assert.equal(asked, 3);
		await assert.rejects(
			client.create(context(), '/api/v1/nodes', {}),
			{ code: 'unavailable' },
			'what changes something is not said twice',
		);
	});

	test('sends its token', async (t) => {
		let authorization: string | undefined;
		const client = await clientOf(
			t,
			(request, response) => {
				authorization = request.headers.authorization;
				answer(response, 200, {});
			},
			'the-token',
		);
		await client.get(context(), '/version');
		assert.equal(authorization, 'Bearer the-token');
	});
});

describe('a watch', () => {
	test('tells the whole after each change, and goes on when the server ends it', async (t) => {
		let lists = 0;
		const client = await clientOf(t, (request, response) => {
			if (!request.url?.includes('watch=true')) {
				lists += 1;
				return answer(response, 200, { metadata: { resourceVersion: '7' }, items: lists === 1 ? [node('a')] : [node('c')] });
			}
			assert.match(request.url, /resourceVersion=7/);
			const events = [
				{ type: 'ADDED', object: node('b') },
				{ type: 'BOOKMARK', object: { metadata: { resourceVersion: '9' } } },
				{ type: 'DELETED', object: node('a') },
			];
			response.end(lists === 1 ? events.map((event) => `${JSON.stringify(event)}\n`).join('') : '');
		});
		const told: string[] = [];
		const end = new AbortController();
		const watching = watchObjects({ ...context(), signal: end.signal }, client, '/api/v1/nodes', (objects) => {
			told.push([...objects.keys()].join());
			if (told.length === 4) end.abort(new Error('enough'));
		});
		await assert.rejects(watching, /enough/);
		assert.deepEqual(told, ['/a', '/a,/b', '/b', '/c']);
	});

	test('ends when the caller is not let', async (t) => {
		const client = await clientOf(t, (_, response) => answer(response, 403, { message: 'not you' }));
		await assert.rejects(
			watchObjects(context(), client, '/api/v1/nodes', () => undefined),
			{ code: 'forbidden' },
		);
	});
});

const widgets = { name: 'widgets', kind: 'Widget', namespaced: false };

function node(name: string): KubernetesObject {
	return { apiVersion: 'v1', kind: 'Node', metadata: { name } };
}

async function clientOf(
	t: TestContext,
	handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
	token?: string,
): Promise<KubernetesClient> {
	const server = createServer((request, response) => void handle(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const client = new KubernetesClient({ server: `http://127.0.0.1:${port}`, authority: '', ...(token === undefined ? {} : { token }) });
	t.after(() => {
		client.close();
		server.closeAllConnections();
		server.close();
	});
	return client;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request.setEncoding('utf8')) text += chunk;
	return text;
}
