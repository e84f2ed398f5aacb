import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import { background, withTimeout } from '@ichor/std';
import { KubernetesClient } from './client.ts';
import { Inventory } from './inventory.ts';
import { applyManifests } from './manifest-apply.ts';
import { type ManifestRules, planManifests } from './manifest-plan.ts';
import type { KubernetesObject } from './object.ts';

const rules: ManifestRules = { policy: 'AdoptIfNoInventory', prune: true, force: false };
const inventory = '/api/v1/namespaces/kube-system/configmaps/talos-bootstrap-manifests-inventory';
const owner = 'config.k8s.io/owning-inventory';

const configMap = (name: string, data: object, annotations: Readonly<Record<string, string>> = {}): KubernetesObject => ({
	apiVersion: 'v1',
	kind: 'ConfigMap',
	metadata: { name, namespace: 'kube-system', annotations },
	data,
});
const owned = (name: string, data: object) => configMap(name, data, { [owner]: 'talos-bootstrap-manifests-inventory' });
const pathOf = (name: string) => `/api/v1/namespaces/kube-system/configmaps/${name}`;

describe('manifests', () => {
	test('are compared with what is there', async (t) => {
		const { client } = await cluster(t, {
			[pathOf('same')]: owned('same', { a: '1' }),
			[pathOf('other')]: owned('other', { a: '1' }),
			[pathOf('nobodys')]: configMap('nobodys', { a: '1' }),
			[pathOf('old')]: owned('old', {}),
			[inventory]: configMap('talos-bootstrap-manifests-inventory', {
				'kube-system_old__ConfigMap': '',
				'kube-system_same__ConfigMap': '',
				'kube-system_gone__ConfigMap': '',
			}),
		});
		const wanted = ['same', 'other', 'nobodys', 'new'].map((name) => configMap(name, { a: name === 'other' ? '2' : '1' }));
		const context = withTimeout(background, 20_000);
		const plan = await planManifests(context, client, await Inventory.read(context, client), wanted, rules);
		assert.deepEqual(
			plan.map(({ action, object }) => `${action} ${object.metadata.name}`),
			['unchanged same', 'configured other', 'configured nobodys', 'created new', 'forgotten gone', 'deleted old'],
		);
		const kept = await planManifests(context, client, await Inventory.read(context, client), wanted, { ...rules, prune: false });
		assert.equal(kept.length, 4);
	});

	test('are applied, and what they no longer have is deleted', async (t) => {
		const { client, objects } = await cluster(t, {
			[pathOf('old')]: owned('old', {}),
			[inventory]: configMap('talos-bootstrap-manifests-inventory', { 'kube-system_old__ConfigMap': '' }),
		});
		const context = withTimeout(background, 20_000);
		const kept = await Inventory.read(context, client);
		await applyManifests(context, client, kept, await planManifests(context, client, kept, [configMap('new', { a: '1' })], rules));
		assert.deepEqual(Object.keys(objects).sort(), [pathOf('new'), inventory]);
		assert.deepEqual(objects[inventory]?.['data'], { 'kube-system_new__ConfigMap': '' });
		assert.equal(objects[pathOf('new')]?.metadata.annotations?.[owner], 'talos-bootstrap-manifests-inventory');
	});

	test('leave alone what belongs to another inventory, or to none, as they are told', async (t) => {
		const { client } = await cluster(t, { [pathOf('a')]: configMap('a', {}, { [owner]: 'theirs' }), [pathOf('b')]: configMap('b', {}) });
		const context = withTimeout(background, 20_000);
		const plan = async (name: string, policy: ManifestRules['policy']) =>
			await planManifests(context, client, await Inventory.read(context, client), [configMap(name, { x: '1' })], { ...rules, policy });
		await assert.rejects(plan('a', 'AdoptIfNoInventory'), { code: 'forbidden', message: /status: NoMatch, policy: AdoptIfNoInventory/ });
		await assert.rejects(plan('b', 'MustMatch'), {
			code: 'forbidden',
			message: /ConfigMap\/kube-system\/b.*status: Empty, policy: MustMatch/,
		});
		assert.equal((await plan('a', 'AdoptAll'))[0]?.action, 'configured');
	});
});

/** An API server with ConfigMaps only, that keeps what is applied unless it is a dry run. */
async function cluster(t: TestContext, objects: Record<string, KubernetesObject>) {
	const server = createServer((request, response) => void handle(request, response));
	const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://server');
		const answer = (status: number, body: unknown): void => void response.writeHead(status).end(JSON.stringify(body));
		if (pathname === '/api/v1') return answer(200, { resources: [{ name: 'configmaps', kind: 'ConfigMap', namespaced: true }] });
		const there = objects[pathname];
		if (request.method === 'GET') return there === undefined ? answer(404, { message: 'not found' }) : answer(200, there);
		const body = JSON.parse(await bodyOf(request)) as KubernetesObject;
		if (request.method === 'DELETE') delete objects[pathname];
		else if (searchParams.get('dryRun') === null)
			objects[request.method === 'POST' ? `${pathname}/${body.metadata.name}` : pathname] = body;
		answer(200, body);
	};
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	const client = new KubernetesClient({ server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, authority: '' });
	t.after(() => {
		client.close();
		server.close();
	});
	return { client, objects };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request.setEncoding('utf8')) text += chunk;
	return text;
}
