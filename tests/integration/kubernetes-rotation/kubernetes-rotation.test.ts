import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeKubeconfig } from '@ichor/client';
import { type ClusterAccess, KubernetesClient } from '@ichor/kubernetes';
import { background, withTimeout } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import { countRequests, type RequestCount } from '../counted-requests.ts';
import { StartedCluster } from '../started-cluster.ts';
import definition from './kubernetes-rotation.ts';

// On a machine that has built nothing yet, Go builds Kubernetes first.
const context = withTimeout(background, 50 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the rotation of the authority of Kubernetes: ${skip}`);
const ichor = fileURLToPath(new URL('../../../apps/ichor/bin/ichor.js', import.meta.url));

describe('the authority of Kubernetes', { skip, timeout: 50 * 60_000 }, () => {
	test('is replaced, and clients of both authorities are answered in between', async (t) => {
		const cluster = await StartedCluster.start(context, definition, 'kubernetes-rotation/kubernetes-rotation');
		t.after(async () => await cluster.remove());
		const { path } = cluster.folder;
		const [first = ''] = definition.nodes.map(({ address }) => address);
		const words = ['--talosconfig', join(path, 'talosconfig'), '-e', first, '-n', first];
		const run = async (...more: readonly string[]) => await runProgram(process.execPath, [ichor, ...more, ...words], context);

		const old = accessOf(await readFile(join(path, 'kubeconfig'), 'utf8'));
		const counts = new Map<string, { stop(): Promise<RequestCount> }>();
		// they would go on asking where there is nothing any more
		t.after(async () => await Promise.all([...counts.values()].map(async (count) => await count.stop())));
		const begin = (name: string, access: ClusterAccess): void => {
			const client = new KubernetesClient(access);
			counts.set(
				name,
				countRequests(async (signal) => await client.get({ ...background, signal }, '/api/v1/namespaces/kube-system')),
			);
		};

		const child = spawn(process.execPath, [ichor, 'rotate-ca', '--talos=false', '--dry-run=false', ...words], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const lines: string[] = [];
		const authorities: string[] = [];
		const results = new Map<string, RequestCount>();
		const end = async (name: string): Promise<void> => {
			const count = counts.get(name);
			counts.delete(name);
			if (count !== undefined) results.set(name, await count.stop());
		};
		for await (const line of createInterface(child.stdout)) {
			lines.push(line);
			const said = /^ {2}crt: (\S+)/.exec(line)?.[1];
			if (said !== undefined) authorities.push(atob(said));
			const authority = authorities.join('\n');
			if (said !== undefined && authorities.length === 2) begin('the old certificate', { ...old, authority });
			if (line === '> Building new Kubernetes client...') begin('the new one', { ...accessOf(await run('kubeconfig', '-')), authority });
			// well before the old authority goes, however late this line is read here
			if (line === '> Verifying connectivity with new PKI...') await end('the old certificate');
		}
		await end('the new one');
		assert.equal(child.exitCode, 0, lines.join('\n'));
		assert.deepEqual([...results.keys()], ['the old certificate', 'the new one']);
		for (const [name, { requests, failed, causes, longestGap }] of results) {
			const why = [...causes].map(([cause, count]) => `${count} ${cause}`).join(', ');
			console.log(`${name}: ${requests} requests, ${failed} failed ${why}, at most ${(longestGap / 1000).toFixed(1)} s without an answer`);
		}
		for (const [name, { longestGap }] of results) assert.ok(longestGap < tolerable, `${name}: ${longestGap} ms without an answer`);
		const late = new KubernetesClient(old);
		await assert.rejects(late.get(context, '/api/v1/namespaces/kube-system'), 'the old authority is gone');
		late.close();
	});
});

/** Milliseconds without an answer: the API servers start anew one after another, and the shared address moves with them; 5 s were seen. */
const tolerable = 20_000;

function accessOf(kubeconfig: string): ClusterAccess {
	const { clusters, users } = decodeKubeconfig(kubeconfig);
	const [cluster] = clusters.values();
	const [user] = users.values();
	return {
		server: String(cluster?.['server']),
		authority: atob(String(cluster?.['certificate-authority-data'])),
		certificate: atob(String(user?.['client-certificate-data'])),
		key: atob(String(user?.['client-key-data'])),
	};
}
