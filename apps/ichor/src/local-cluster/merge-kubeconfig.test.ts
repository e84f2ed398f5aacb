import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodeKubeconfig, encodeKubeconfig } from '@ichor/client';
import { mergeKubeconfig } from './merge-kubeconfig.ts';

test('a new cluster is added to the kubeconfig that is there, under another name when its own is taken', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-kubeconfig-'));
	t.after(() => rm(folder, { recursive: true }));
	const own = join(folder, 'own');
	const place = join(folder, '.kube/config');
	const said: string[] = [];
	const say = (text: string | Uint8Array): void => void said.push(String(text));
	const terminal = { environment: { HOME: folder }, out: say, err: say };

	await writeFile(own, kubeconfig('https://10.5.0.2:6443'));
	await mergeKubeconfig(own, terminal);
	assert.equal(await readFile(place, 'utf8'), await readFile(own, 'utf8'));
	assert.equal((await stat(place)).mode & 0o777, 0o600);
	assert.deepEqual(said.splice(0), [`\nmerging kubeconfig into "${place}"`]);

	await mergeKubeconfig(own, terminal);
	assert.deepEqual([...decodeKubeconfig(await readFile(place), place).clusters.keys()], ['lab'], 'the same again changes nothing');

	await writeFile(own, kubeconfig('https://10.6.0.2:6443'));
	said.length = 0;
	await mergeKubeconfig(own, terminal);
	const { clusters, currentContext } = decodeKubeconfig(await readFile(place), place);
	assert.deepEqual([[...clusters.keys()], currentContext], [['lab', 'lab-1'], 'admin@lab-1']);
	assert.equal(said[1], 'renamed cluster "lab" -> "lab-1"\n');

	await assert.rejects(mergeKubeconfig(own, { ...terminal, environment: { KUBECONFIG: 'a:b' } }), /multiple kubeconfig files defined/);
});

function kubeconfig(server: string): string {
	return encodeKubeconfig({
		clusters: new Map([['lab', { server }]]),
		users: new Map([['admin@lab', { token: 'x' }]]),
		contexts: new Map([['admin@lab', { cluster: 'lab', user: 'admin@lab', namespace: 'default' }]]),
		currentContext: 'admin@lab',
	});
}
