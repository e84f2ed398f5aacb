import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { MountStatus, SeccompProfile } from '@ichor/machinery/resources';
import { startControllers } from '../controller-bench.ts';
import { seccompProfileFileController } from './seccomp-profile-file.ts';

test('the folder has the profiles that are wanted, no others, and nothing leaves it', async (t) => {
	const home = await mkdtemp(join(tmpdir(), 'ichor-seccomp-'));
	const folder = join(home, 'profiles');
	const { state, until, stop } = startControllers(seccompProfileFileController(folder));
	t.after(async () => {
		await stop();
		await rm(home, { recursive: true, force: true });
	});
	const files = async () => await readdir(folder).catch(() => []);
	await state.create(MountStatus.resource('EPHEMERAL', MountStatus.codec.decode(new Uint8Array())));
	await until(async () => ((await readdir(home)).includes('profiles') ? true : undefined));
	await writeFile(join(folder, 'left-over.json'), '{}');

	const value = { defaultAction: 'SCMP_ACT_LOG' };
	const audit = await state.create(SeccompProfile.resource('audit.json', { name: 'audit.json', value }));
	await until(async () => ((await files()).join() === 'audit.json' ? true : undefined));
	assert.deepEqual(JSON.parse(await readFile(join(folder, 'audit.json'), 'utf8')), value);

	await state.create(SeccompProfile.resource('../escape', { name: '../escape', value }));
	await state.destroy(audit.metadata);
	await until(async () => ((await files()).length === 0 ? true : undefined));
	assert.deepEqual(await readdir(home), ['profiles']);
});
