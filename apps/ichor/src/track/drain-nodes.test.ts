import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { TalosClient } from '@ichor/client/api';
import { Nodename } from '@ichor/machinery/resources';
import { pack } from 'tar-stream';
import { fakeSession } from '../nodes/fake-session.ts';
import { whileDrained } from './drain-nodes.ts';

const options = { drainTimeout: '10s', timeout: '10s', progress: 'auto' } as const;

test('a node gives its pods away before the action, and takes some again after it', async (t) => {
	const { session, asked } = await started(t);
	await whileDrained(session, options, async () => {
		asked.push('the action');
		return await Promise.resolve();
	});
	assert.deepEqual(asked, [
		'PATCH /api/v1/nodes/cp-1 {"spec":{"unschedulable":true}}',
		'GET /api/v1/pods?fieldSelector=spec.nodeName%3Dcp-1',
		'POST /api/v1/namespaces/shop/pods/web/eviction',
		'GET /api/v1/namespaces/shop/pods/web',
		'the action',
		'GET /api/v1/nodes/cp-1',
		'PATCH /api/v1/nodes/cp-1 {"spec":{"unschedulable":null}}',
	]);
	assert.deepEqual(session.terminal.errors.trimEnd().split('\n'), [
		'cp-1: cordoning node',
		'cp-1: node cordoned',
		'cp-1: draining node',
		'cp-1: evicting pod shop/web',
		'cp-1: evicted pod shop/web',
		'cp-1: node drained',
		'cp-1: waiting for node to become Ready',
		'cp-1: uncordoning node',
		'cp-1: node uncordoned',
	]);
});

test('a node that cannot be drained is left alone, one whose action fails is given back', async (t) => {
	const stuck = await started(t, { evictionStatus: 500 });
	await assert.rejects(
		whileDrained(stuck.session, options, async () => await Promise.resolve(void stuck.asked.push('the action'))),
		/error draining node "cp-1": shop\/web could not be evicted/,
	);
	assert.equal(stuck.asked.includes('the action'), false);

	const failing = await started(t);
	await assert.rejects(
		whileDrained(failing.session, options, async () => await Promise.reject(new Error('no reboot'))),
		/no reboot/,
	);
	assert.equal(failing.asked.at(-1), 'PATCH /api/v1/nodes/cp-1 {"spec":{"unschedulable":null}}');
});

/** A session with one node, and what is asked of its Kubernetes API; the client of that is the real one. */
async function started(t: TestContext, { evictionStatus = 201 } = {}) {
	const asked: string[] = [];
	const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const body = await text(request);
		const { method = '', url = '' } = request;
		asked.push(`${method} ${url} ${method === 'PATCH' ? body : ''}`.trim());
		const answer = (status: number, object: object) => {
			response.statusCode = status;
			response.end(JSON.stringify(object));
		};
		const pod = { metadata: { namespace: 'shop', name: 'web', uid: 'u' } };
		if (url.startsWith('/api/v1/pods?')) return answer(200, { items: [pod] });
		if (method === 'POST') return answer(evictionStatus, { message: 'as asked for' });
		if (url.includes('/pods/')) return answer(404, { message: 'gone' });
		return answer(200, { metadata: { name: 'cp-1' }, status: { conditions: [{ type: 'Ready', status: 'True' }] } });
	};
	const server = createServer((request, response) => void serve(request, response));
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	t.after(() => server.close());
	const archive = await kubeconfigArchive(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	const services = {
		machine: {
			async *kubeconfig() {
				yield await Promise.resolve({ bytes: archive });
			},
		},
		state: {
			get: async () => await Promise.resolve({ resource: { spec: { protoSpec: Nodename.codec.encode(nodename) } } }),
		},
	};
	const client = { nodes: () => services, node: () => services } as unknown as TalosClient;
	return { session: fakeSession(client), asked };
}

const nodename = { nodename: 'cp-1', hostnameVersion: '1', skipNodeRegistration: false };

async function kubeconfigArchive(server: string): Promise<Buffer> {
	const kubeconfig = [
		`clusters: [{name: c, cluster: {server: "${server}", certificate-authority-data: ""}}]`,
		'users: [{name: u, user: {client-certificate-data: "", client-key-data: ""}}]',
		'contexts: [{name: x, context: {cluster: c, user: u}}]',
		'current-context: x',
	].join('\n');
	const tar = pack();
	tar.entry({ name: 'kubeconfig' }, kubeconfig);
	tar.finalize();
	return await promisify(gzip)(await buffer(tar));
}
