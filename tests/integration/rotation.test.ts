import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { contextOf, decodeTalosconfig } from '@ichor/client';
import { openTalosClient, type TalosClient, tlsOfContext } from '@ichor/client/api';
import { decodeSecrets } from '@ichor/machinery/secrets';
import { background, withTimeout } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import { Load } from './load.ts';
import definition from './rotation-nodes.ts';
import { StartedCluster } from './started-cluster.ts';

const ichor = fileURLToPath(new URL('../../apps/ichor/bin/ichor.js', import.meta.url));
const context = withTimeout(background, 20 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the test of a rotation: ${skip}`);

describe('the authorities of a cluster', { skip, timeout: 20 * 60_000 }, () => {
	test('none of its secrets is in a support bundle; that of the Talos API is replaced without a failed call', async (t) => {
		const cluster = await StartedCluster.start(context, definition, 'rotation-nodes', '--no-kubernetes');
		t.after(async () => await cluster.remove());
		const addresses = definition.nodes.map(({ address }) => address);
		const talosconfig = join(cluster.folder.path, 'talosconfig');

		const bundle = join(cluster.folder.path, 'support.zip');
		await runProgram(process.execPath, [ichor, 'support', '-n', addresses.join(','), '-O', bundle], {
			env: { ...process.env, TALOSCONFIG: talosconfig },
			signal: context.signal,
		});
		const files = unzipped(bundle);
		assert.ok(Object.keys(files).length > 300, `${Object.keys(files).length} files`);
		const secrets = secretsIn(decodeSecrets(readFileSync(join(cluster.folder.path, 'secrets.yaml'), 'utf8')));
		assert.ok(secrets.length > 10);
		for (const [name, text] of Object.entries(files)) {
			for (const secret of secrets) assert.ok(!text.includes(secret), `${name} has the secret ${secret.slice(0, 6)}…`);
		}

		const renewed = join(cluster.folder.path, 'renewed');
		const before = await openClient(talosconfig);
		await before.machine.version({}, { timeout: 20_000 });
		const { lines, loads } = await rotateUnderLoad(talosconfig, renewed, addresses);
		for (const load of loads) assert.deepEqual(load.failures, [], `of ${load.calls} calls`);
		console.log(`rotation: ${loads.map(({ calls }) => calls).join(' + ')} calls served in ${lines.length} lines of report, none failed`);
		await assert.rejects(before.machine.version({}, { timeout: 10_000 }), 'a connection from before outlives its authority');
		before.close();
		const old = await openClient(talosconfig);
		await assert.rejects(old.machine.version({}, { timeout: 10_000 }));
		old.close();
		const latest = await openClient(renewed);
		const { messages } = await latest.nodes(addresses).machine.version({}, { timeout: 20_000 });
		latest.close();
		assert.equal(messages.filter(({ version }) => version !== undefined).length, addresses.length);
	});
});

/** Rotates, with the old certificate in use until the new authority has issued, and a new one from when it is accepted. */
async function rotateUnderLoad(
	talosconfig: string,
	output: string,
	nodes: readonly string[],
): Promise<{ readonly lines: readonly string[]; readonly loads: readonly Load[] }> {
	const lines: string[] = [];
	const before = [atob(contextOf(decodeTalosconfig(readFileSync(talosconfig, 'utf8'))).ca ?? '')];
	const loads: Load[] = [];
	const begin = (path: string, trusted: readonly string[]): Load => {
		const load = new Load(async () => await openClient(path, trusted), nodes);
		loads.push(load);
		return load;
	};
	const words = ['rotate-ca', '-n', nodes[0] ?? '', '--kubernetes=false', '--dry-run=false', '-o', output];
	const child = spawn(process.execPath, [ichor, ...words], {
		env: { ...process.env, TALOSCONFIG: talosconfig },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let early: Load | undefined;
	let steady: Load | undefined;
	for await (const line of createInterface(child.stdout)) {
		lines.push(line);
		const authority = /^ {2}crt: (\S+)/.exec(line)?.[1];
		if (authority !== undefined && early === undefined) early = begin(talosconfig, []);
		else if (authority !== undefined) {
			await early?.stop();
			steady = begin(talosconfig, [atob(authority)]);
		}
		if (line.startsWith('> Making new Talos CA the issuing CA')) begin(output, before);
		// well before the old authority goes, however late this line is read here
		if (line.startsWith('> Verifying connectivity with new PKI')) await steady?.stop();
	}
	await Promise.all(loads.map(async (load) => await load.stop()));
	assert.equal(child.exitCode, 0, lines.join('\n'));
	assert.equal(loads.length, 3);
	return { lines, loads };
}

async function openClient(path: string, trusted: readonly string[] = []): Promise<TalosClient> {
	const found = contextOf(decodeTalosconfig(readFileSync(path, 'utf8')));
	const { endpoints = [], ca = '' } = found;
	return await openTalosClient({ endpoints, tls: { ...tlsOfContext(found), trust: [atob(ca), ...trusted] } });
}

/** By a reader that is not ours. */
function unzipped(path: string): Readonly<Record<string, string>> {
	const program =
		'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nprint(json.dumps({n:z.read(n).decode("utf8","replace") for n in z.namelist()}))';
	return JSON.parse(execFileSync('python3', ['-c', program, path], { encoding: 'utf8', maxBuffer: 1 << 28 })) as Record<string, string>;
}

/** Everything secret, as text and in base64, and the lines of keys. Certificates and the cluster's id are known to everybody. */
function secretsIn(value: unknown, name = ''): readonly string[] {
	if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => secretsIn(inner, key));
	if (typeof value !== 'string' || value === '' || name === 'crt' || name === 'id') return [];
	const lines = value.includes('-----BEGIN') ? value.split('\n').filter((line) => line.length > 20 && !line.startsWith('-----')) : [value];
	return [...lines, btoa(value)];
}
