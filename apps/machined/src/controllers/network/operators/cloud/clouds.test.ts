import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { background } from '@ichor/std';
import { CloudError } from './cloud-api.ts';
import { equinixMetalRouting, findInEquinixMetal } from './equinix-metal.ts';
import { findInHCloud, hcloudRouting } from './hcloud.ts';

/** What the cloud is asked, and answers: `METHOD PATH` and a body. */
const asked: { readonly what: string; readonly body: unknown; readonly token: string }[] = [];
let answers: Readonly<Record<string, unknown>> = {};

const cloud = createServer((request, answer) => {
	const parts: string[] = [];
	request.on('data', (part: Buffer) => parts.push(part.toString()));
	request.on('end', () => respond(request, answer, parts.join('')));
});

function respond(request: IncomingMessage, answer: ServerResponse, text: string): void {
	const what = `${request.method} ${request.url}`;
	const token = String(request.headers.authorization ?? request.headers['x-auth-token'] ?? '');
	asked.push({ what, body: text === '' ? undefined : JSON.parse(text), token });
	const found = answers[what];
	answer.writeHead(found === undefined ? 404 : typeof found === 'number' ? found : 200);
	answer.end(found === undefined || typeof found === 'number' ? '' : typeof found === 'string' ? found : JSON.stringify(found));
}

let url = '';
before(async () => {
	cloud.listen(0, '127.0.0.1');
	await once(cloud, 'listening');
	url = `http://127.0.0.1:${(cloud.address() as AddressInfo).port}`;
});
beforeEach(() => asked.splice(0));
after(() => {
	cloud.closeAllConnections();
	cloud.close();
});

function changes(): readonly (readonly [string, unknown])[] {
	return asked.filter(({ what }) => !what.startsWith('GET')).map(({ what, body }) => [what, body]);
}

describe('the Hetzner Cloud', () => {
	const places = () => ({ api: url, instanceId: `${url}/me` });
	const server = (id: number, ...aliases: readonly string[]) => ({ id, private_net: [{ network: 9, alias_ips: aliases }] });

	it('says which machine this is, and in which network an address is', async () => {
		answers = { 'GET /me': '42', 'GET /servers/42': { server: server(42) }, 'GET /networks/9': { network: { ip_range: '10.0.0.0/16' } } };
		assert.deepEqual(await findInHCloud(background, '10.0.0.5', 'word', places()), { deviceID: 42, networkID: 9, apiToken: 'word' });
		assert.deepEqual(await findInHCloud(background, '198.51.100.5', 'word', places()), { deviceID: 42, networkID: 0, apiToken: 'word' });
		await assert.rejects(findInHCloud(background, '10.9.0.5', 'word', places()), { code: 'not-found' });
		assert.ok(asked.every(({ what, token }) => token === (what === 'GET /me' ? '' : 'Bearer word')));
	});

	it('takes an alias from one machine and gives it to another, other aliases staying', async () => {
		answers = {
			'GET /servers?page=1&per_page=50': { servers: [server(41, '10.0.0.5', '10.0.0.6')], meta: { pagination: { next_page: 2 } } },
			'GET /servers?page=2&per_page=50': { servers: [server(42, '10.0.0.7')], meta: { pagination: { next_page: null } } },
			'GET /servers/42': { server: server(42, '10.0.0.7', '10.0.0.5') },
			'POST /servers/41/actions/change_alias_ips': {},
			'POST /servers/42/actions/change_alias_ips': {},
		};
		const routing = hcloudRouting('10.0.0.5', { deviceID: 42, networkID: 9, apiToken: 'word' }, places());
		await routing.acquire(background);
		await routing.release(background);
		assert.deepEqual(changes(), [
			['POST /servers/41/actions/change_alias_ips', { network: 9, alias_ips: ['10.0.0.6'] }],
			['POST /servers/42/actions/change_alias_ips', { network: 9, alias_ips: ['10.0.0.7', '10.0.0.5'] }],
			['POST /servers/42/actions/change_alias_ips', { network: 9, alias_ips: ['10.0.0.7'] }],
		]);
	});

	it('assigns a floating IP, which the next machine takes', async () => {
		answers = {
			'GET /floating_ips?page=1&per_page=50': {
				floating_ips: [
					{ id: 6, ip: '2001:db8::/64' },
					{ id: 7, ip: '198.51.100.5' },
				],
			},
			'POST /floating_ips/7/actions/assign': {},
		};
		const routing = hcloudRouting('198.51.100.5', { deviceID: 42, networkID: 0, apiToken: 'word' }, places());
		await routing.acquire(background);
		await routing.release(background);
		assert.deepEqual(changes(), [['POST /floating_ips/7/actions/assign', { server: 42 }]]);
		const other = hcloudRouting('198.51.100.9', { deviceID: 42, networkID: 0, apiToken: 'word' }, places());
		await assert.rejects(other.acquire(background), { code: 'not-found' });
	});

	it('is quoted when it refuses, without the token', async () => {
		answers = { 'GET /servers?page=1&per_page=50': 403 };
		const routing = hcloudRouting('10.0.0.5', { deviceID: 42, networkID: 9, apiToken: 'word' }, places());
		await assert.rejects(routing.acquire(background), (error: Error) => {
			assert.ok(
				error instanceof CloudError && error.code === 'refused' && error.message.includes('403') && !error.message.includes('word'),
			);
			return true;
		});
		answers = { 'GET /me': 'not json' };
		await assert.rejects(findInHCloud(background, '10.0.0.5', 'word', places()), { code: 'refused' });
	});
});

describe('Equinix Metal', () => {
	const places = () => ({ api: url, metadata: `${url}/metadata` });

	it('unassigns an address, assigns it anew and ends that, unless somebody has ended it', async () => {
		answers = {
			'GET /metadata': { id: 'd1' },
			'GET /devices/d1?include=project': { project: { id: 'p1' } },
			'GET /projects/p1/ips': { ip_addresses: [{ address: '198.51.100.5', assignments: [{ href: '/metal/v1/ips/old' }] }] },
			'DELETE /ips/old': '',
			'POST /devices/d1/ips': { id: 'new' },
		};
		const place = await findInEquinixMetal(background, 'word', places());
		assert.deepEqual(place, { projectID: 'p1', deviceID: 'd1', apiToken: 'word' });
		const routing = equinixMetalRouting('198.51.100.5', place, places());
		await routing.acquire(background);
		await routing.release(background);
		await routing.release(background);
		assert.deepEqual(changes(), [
			['DELETE /ips/old', undefined],
			['POST /devices/d1/ips', { address: '198.51.100.5' }],
			['DELETE /ips/new', undefined],
		]);
		assert.ok(asked.every(({ what, token }) => token === (what === 'GET /metadata' ? '' : 'word')));
	});
});
