import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FakeBindMounts } from '@ichor/linux/mount/fake';
import { EtcFileSpec, EtcFileStatus, etcLabel } from '@ichor/machinery/resources';
import { startControllers } from '../controller-bench.ts';
import { etcFileController } from './etc-file.ts';

describe('the files of /etc', () => {
	it('are written, shown, updated in place, and removed', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'ichor-etc-'));
		const mounts = new FakeBindMounts();
		const { state, until, stop } = startControllers(etcFileController({ seen: '/etc', kept: folder, mounts }));
		const spec = { contents: 'one\n', mode: 0o644, selinux_label: etcLabel };
		await state.create(EtcFileSpec.resource('hosts', spec));
		await until(() => state.find(EtcFileStatus.pointer('hosts')));
		assert.equal(await readFile(join(folder, 'hosts'), 'utf8'), 'one\n');
		assert.equal(mounts.shown.get('/etc/hosts'), join(folder, 'hosts'));
		await state.modify(EtcFileSpec.resource('hosts', spec), (current) => ({ ...current, spec: { ...spec, contents: 'two\n' } }));
		await until(async () => ((await readFile(join(folder, 'hosts'), 'utf8')) === 'two\n' ? true : undefined));
		await state.teardown(EtcFileSpec.pointer('hosts'));
		await until(async () => ((await state.find(EtcFileStatus.pointer('hosts'))) === undefined ? true : undefined));
		assert.equal(mounts.shown.size, 0);
		await stop();
		await rm(folder, { recursive: true });
	});
});
