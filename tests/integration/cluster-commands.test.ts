import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeTalosconfig } from '@ichor/client';
import { Cache } from '@ichor/imager';
import { background, withTimeout } from '@ichor/std';
import { ProgramError, runProgram } from '@ichor/std/node';

const program = fileURLToPath(new URL('../../apps/ichor/bin/ichor.js', import.meta.url));
const context = withTimeout(background, 30 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the cluster commands: ${skip}`);

describe('the commands of local clusters', { skip, timeout: 30 * 60_000 }, () => {
	test('create, show and destroy one with its context in the talosconfig', async (t) => {
		const folder = await mkdtemp(join(tmpdir(), 'ichor-commands-'));
		const talosconfig = join(folder, '.talos/config');
		// what is built is in the cache of whoever runs the tests
		const env = { HOME: folder, TALOSCONFIG: undefined, ICHOR_CACHE: Cache.fromEnvironment(process.env).root };
		const ichor = async (...words: readonly string[]) =>
			await runProgram(process.execPath, [program, 'cluster', ...words, '--name', 'commands', '--state', folder], {
				env,
				signal: context.signal,
			});
		t.after(async () => {
			if (existsSync(join(folder, 'commands'))) await ichor('destroy');
			await rm(folder, { recursive: true, force: true });
		});

		for (const [flag, value] of Object.entries(refusedFlags))
			await assert.rejects(ichor('create', 'docker', flag, value), new RegExp(`${flag} is not in this version of ichor`), flag);
		await assert.rejects(ichor('create', 'docker', '--wait-timeout', 'soon'), /invalid argument "soon" for "--wait-timeout" flag/);
		await assert.rejects(ichor('show', '--provisioner', 'qemu'), /the provisioner "qemu" is not in this version of ichor/);
		for (const flag of ['--save-cluster-logs-archive-path', '--save-support-archive-path'])
			await assert.rejects(
				ichor('destroy', flag, join(folder, 'archive')),
				/archives of a cluster that is destroyed are not in this version/,
			);

		const created = await ichor(
			'create',
			'docker',
			'--cidr',
			'10.194.0.0/24',
			'--workers',
			'0',
			'--no-kubernetes',
			'--wait-timeout',
			'10m',
		);
		assert.match(created, /^PROVISIONER +container\nNAME +commands\n/);
		assert.match(created, /\ncommands-controlplane-1 {3}controlplane {3}10\.194\.0\.2 {3}- /);
		assert.equal(await ichor('show'), created);
		assert.equal((await stat(talosconfig)).mode & 0o777, 0o600);
		const { context: current, contexts } = decodeTalosconfig(await readFile(talosconfig, 'utf8'));
		assert.deepEqual([current, contexts.get('commands')?.endpoints], ['commands', ['10.194.0.2']]);
		await assert.rejects(ichor('create', 'container'), (error: Error) => {
			return error instanceof ProgramError && error.message.includes('the cluster "commands" is running');
		});

		await ichor('destroy');
		assert.equal(existsSync(join(folder, 'commands')), false);
		const left = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
		assert.ok(left.every(({ address }) => address !== '10.194.0.1'));
		await assert.rejects(ichor('show'), /there is no cluster "commands"/);
	});
});

/** What `cluster create docker` of talosctl 1.12 to 1.14 takes, and container nodes have not: each with a value that upstream takes. */
const refusedFlags = {
	'--image': 'ghcr.io/siderolabs/talos:v1.13.9',
	'--exposed-ports': '80:80/tcp',
	'--host-ip': '127.0.0.1',
	'--mount': 'type=bind,source=/srv,target=/srv',
	'--cpus-controlplanes': '2.0',
	'--cpus-workers': '2.0',
	'--memory-controlplanes': '2GiB',
	'--memory-workers': '2GiB',
	'--remote-endpoint': '10.5.0.1:8000',
};
