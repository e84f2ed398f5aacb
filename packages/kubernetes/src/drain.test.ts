import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { background, withTimeout } from '@ichor/std';
import { KubernetesClient } from './client.ts';
import { type Drain, drainNode } from './drain.ts';

test('a drain evicts what comes again elsewhere, waits until it is gone, and goes on past what cannot be evicted', async (t) => {
	const controlled = (kind: string) => ({ ownerReferences: [{ kind, controller: true }] });
	const pods = [
		{ metadata: { namespace: 'shop', name: 'web', uid: 'u-web', ...controlled('ReplicaSet') } },
		{ metadata: { namespace: 'shop', name: 'stuck', uid: 'u-stuck', ...controlled('StatefulSet') } },
		{ metadata: { namespace: 'shop', name: 'moved', uid: 'u-moved', ...controlled('ReplicaSet') } },
		{ metadata: { namespace: 'shop', name: 'alone', uid: 'u-alone' } },
		{ metadata: { namespace: 'kube-system', name: 'proxy', uid: 'u-proxy', ...controlled('DaemonSet') } },
		{
			metadata: {
				namespace: 'kube-system',
				name: 'api',
				uid: 'u-api',
				annotations: { 'kubernetes.io/config.mirror': 'x' },
				...controlled('Node'),
			},
		},
	];
	const seen: string[] = [];
	let lookedAt = 0;
	const server = createServer((request, response) => {
		request.resume();
		seen.push(`${request.method} ${request.url}`);
		const answer = (status: number, body: object) => {
			response.statusCode = status;
			response.end(JSON.stringify(body));
		};
		if (request.url?.startsWith('/api/v1/pods?')) return answer(200, { items: pods });
		if (request.url?.endsWith('/stuck/eviction')) return answer(500, { message: 'no' });
		if (request.url?.endsWith('/moved/eviction')) return answer(404, { message: 'gone' });
		if (request.method === 'POST') return answer(201, {});
		// still there when it is looked at first; then the node is not let see it any more
		return lookedAt++ === 0 ? answer(200, pods[0] ?? {}) : answer(403, { message: 'not yours' });
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const client = new KubernetesClient({ server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, authority: '' });
	t.after(() => {
		client.close();
		server.close();
	});
	const failed: string[] = [];
	const drain: Drain = {
		gracePeriod: 60,
		evicting: () => undefined,
		evicted(pod, failure) {
			if (failure !== undefined) failed.push(pod);
		},
	};
	await drainNode(withTimeout(background, 30_000), client, 'cp 1', drain);
	assert.equal(seen[0], 'GET /api/v1/pods?fieldSelector=spec.nodeName%3Dcp%201');
	const evictions = seen.filter((line) => line.startsWith('POST')).sort();
	assert.deepEqual(
		evictions,
		['moved', 'stuck', 'web'].map((name) => `POST /api/v1/namespaces/shop/pods/${name}/eviction`),
	);
	assert.deepEqual([lookedAt, failed], [2, ['shop/stuck']]);

	seen.length = 0;
	await drainNode(withTimeout(background, 30_000), client, 'cp 1', { ...drain, unmanaged: true });
	assert.ok(seen.includes('POST /api/v1/namespaces/shop/pods/alone/eviction'));
});

test('a drain waits for an API server that is away, where it is to', async (t) => {
	const pod = { metadata: { namespace: 'shop', name: 'web', uid: 'u-web', ownerReferences: [{ kind: 'ReplicaSet', controller: true }] } };
	const asked = new Map<string, number>();
	const server = createServer((request, response) => {
		request.resume();
		const what = `${request.method} ${request.url}`;
		asked.set(what, (asked.get(what) ?? 0) + 1);
		// each question is cut off when it is asked first
		if (asked.get(what) === 1) request.socket.destroy();
		else if (request.url?.startsWith('/api/v1/pods?')) response.end(JSON.stringify({ items: [pod] }));
		else response.writeHead(request.method === 'POST' ? 201 : 404).end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const client = new KubernetesClient({ server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, authority: '' });
	t.after(() => {
		client.close();
		server.close();
	});
	const failed: unknown[] = [];
	const drain: Drain = { evicting: () => undefined, evicted: (_, failure) => void (failure !== undefined && failed.push(failure)) };
	const context = withTimeout(background, 30_000);
	await assert.rejects(drainNode(context, client, 'cp-1', drain), { code: 'unavailable' });
	asked.clear();
	await drainNode(context, client, 'cp-1', { ...drain, waitsForServer: true });
	assert.deepEqual([[...asked.values()], failed], [[2, 2, 2], []]);
});
