import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { contextOf, decodeTalosconfig } from '@ichor/client';
import { openTalosClient, tlsOfContext } from '@ichor/client/api';
import { hasRpcCode } from '@ichor/rpc';
import { background, waitFor, withTimeout } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import definition from './three-nodes.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const context = withTimeout(background, 30 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the tests of three nodes: ${skip}`);

describe('three control planes and a worker', { skip, timeout: 30 * 60_000 }, () => {
	test('come up with one command, answer, survive a reboot, and go without a trace; the worker joins through trustd', async (t) => {
		const home = await mkdtemp(join(tmpdir(), 'ichor-nodes-'));
		const run = async (program: string) =>
			await runProgram(process.execPath, [join(checkout, 'tools/src/up', program), join(checkout, 'tests/integration/three-nodes.ts')], {
				env: { ICHOR_HOME: home },
				signal: context.signal,
			});
		t.after(async () => {
			await run('down.ts');
			await rm(home, { recursive: true, force: true });
		});

		const printed = await run('main.ts');
		assert.equal(printed.match(/\bvoter\b/g)?.length, 3, printed);
		const talosconfig = join(home, 'three-nodes/talosconfig');
		assert.equal((await stat(talosconfig)).mode & 0o777, 0o600);

		const addresses = definition.nodes.map(({ address }) => address);
		const client = await openTalosClient({
			endpoints: addresses,
			tls: tlsOfContext(contextOf(decodeTalosconfig(await readFile(talosconfig, 'utf8')))),
		});
		t.after(() => client.close());
		const options = { signal: context.signal, timeout: 20_000 };

		const { messages } = await client.nodes(addresses).machine.version({}, options);
		assert.deepEqual(new Set(messages.map(({ metadata }) => metadata?.hostname)), new Set(addresses));
		for (const { version } of messages) assert.match(version?.tag ?? '', /^v1\.13\.9\+ichor\./);

		const first = client.node(addresses[0] ?? '');
		const before = await first.machine
			.applyConfiguration({ data: encode('machine: {typ: worker}\n') }, options)
			.catch((error: unknown) => error);
		assert.ok(hasRpcCode(before, 'invalid-argument'), String(before));

		const last = client.node(addresses[2] ?? '');
		const bootId = async () => {
			let text = '';
			for await (const { bytes } of last.machine.read({ path: '/proc/sys/kernel/random/boot_id' }, options))
				text += Buffer.from(bytes).toString();
			return text;
		};
		const old = await bootId();
		await last.machine.reboot({}, options);
		await waitFor(context, async () => ((await bootId().catch(() => old)) === old ? undefined : true), 200);
		const voters = await waitFor(
			context,
			async () => {
				const list = await first.machine.etcdMemberList({}, options).catch(() => undefined);
				const members = list?.messages[0]?.members ?? [];
				const healthy = await last.machine.etcdStatus({}, options).catch(() => undefined);
				return members.length === 3 && members.every(({ isLearner }) => !isLearner) && healthy !== undefined ? members : undefined;
			},
			500,
		);
		assert.deepEqual(new Set(voters.map(({ hostname }) => hostname)), new Set(['cp-1', 'cp-2', 'cp-3']));

		await run('down.ts');
		assert.equal(existsSync(join(home, 'three-nodes')), false);
		const left = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
		assert.equal(
			left.some(({ address }) => address.startsWith('10.123.46.')),
			false,
		);
	});
});

function encode(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
