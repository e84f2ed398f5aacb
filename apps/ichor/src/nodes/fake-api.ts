import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { adminTalosconfig } from '@ichor/client';
import { contextOf, encodeTalosconfig, singleContext } from '@ichor/client/talosconfig';
import { generateSecrets } from '@ichor/machinery/secrets';
import { nodeCertificate } from '@ichor/machinery/testing/node-certificate';
import { listenTls, RpcServer } from '@ichor/rpc';

/**
 * A node's API on a port of this machine, over TLS as a real one, that answers what a test says. What it is not told to serve
 * is UNIMPLEMENTED. It ends with the test.
 *
 * @param serve adds services
 * @returns the path of a talosconfig for it, whose only node it is
 */
export async function fakeApi(t: TestContext, serve: (server: RpcServer) => unknown): Promise<string> {
	const now = new Date();
	const secrets = await generateSecrets({ now });
	const os = secrets.certs?.os;
	assert.ok(os !== undefined);
	const { crt, key } = await nodeCertificate(secrets, now);
	const server = new RpcServer();
	serve(server);
	const identity = { certificate: crt, key, clientAuthorities: [os.crt] };
	const listener = await listenTls(server.accept, { port: 0, host: '127.0.0.1', identity });
	const folder = await mkdtemp(join(tmpdir(), 'ichor-api-'));
	t.after(async () => {
		await server.close();
		await listener.close();
		await rm(folder, { recursive: true });
	});
	const admin = contextOf(await adminTalosconfig({ clusterName: 'fake', secrets, now, endpoints: [`127.0.0.1:${listener.port}`] }));
	const path = join(folder, 'talosconfig');
	await writeFile(path, encodeTalosconfig(singleContext('fake', { ...admin, nodes: [node] })), { mode: 0o600 });
	return path;
}

/** How it is called: 192.0.2.0/24 is for documentation (RFC 5737). */
const node = '192.0.2.2';
