import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cluster } from '@ichor/api/discovery/cluster';
import { createClient, openChannel } from '@ichor/rpc';
import { serveDiscovery } from './serve.ts';

test('two machines find each other over a connection without TLS, and a busy port is an error', { timeout: 10_000 }, async (t) => {
	const service = await serveDiscovery('127.0.0.1', 0);
	t.after(() => service.close());
	const channel = openChannel(`127.0.0.1:${service.port}`);
	t.after(() => channel.close());
	const client = createClient(Cluster, channel);
	const affiliateData = new TextEncoder().encode('sealed');
	await client.affiliateUpdate({ clusterId: 'c', affiliateId: 'one', affiliateData, ttl: { seconds: 60n } });
	const [affiliate] = (await client.list({ clusterId: 'c' })).affiliates;
	assert.deepEqual([affiliate?.id, affiliate?.data], ['one', affiliateData]);
	await assert.rejects(serveDiscovery('127.0.0.1', service.port), { code: 'EADDRINUSE' });
});
