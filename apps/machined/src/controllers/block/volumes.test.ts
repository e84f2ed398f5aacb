import assert from 'node:assert/strict';
import { lstat, mkdir, mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
	MachineConfig,
	MountRequest,
	MountStatus,
	VolumeConfig,
	VolumeLifecycle,
	VolumeMountRequest,
	VolumeMountStatus,
	VolumeStatus,
	volumeLifecycleId,
} from '@ichor/machinery/resources';
import { Engine, InMemoryState, State } from '@ichor/runtime';
import { background, waitFor, withTimeout } from '@ichor/std';
import { mountVolume, releaseVolume } from '../../services/volume-mounts.ts';
import { mountController } from './mount.ts';
import { mountRequestController } from './mount-request.ts';
import { mountStatusController } from './mount-status.ts';
import { volumeConfigController } from './volume-config.ts';
import { volumeManagerController } from './volume-manager.ts';

/** From the moment that a test asks for it: files are read long before their tests run. */
const patience = () => withTimeout(background, 60_000);

test('a volume is mounted with everything above it for as long as somebody holds it', {
	skip: process.getuid?.() === 0 ? false : 'only root may give folders away',
}, async (t) => {
	const root = await mkdtemp(join(tmpdir(), 'ichor-volumes-'));
	const stop = new AbortController();
	t.after(async () => {
		stop.abort();
		await rm(root, { recursive: true, force: true });
	});
	await mkdir(join(root, 'var'));
	const state = new State(new InMemoryState());
	await state.create(VolumeLifecycle.resource(volumeLifecycleId, {}));
	const engine = new Engine(state);
	const controllers = [
		volumeConfigController,
		volumeManagerController,
		mountRequestController,
		mountController(root),
		mountStatusController,
	];
	for (const controller of controllers) engine.register(controller);
	void engine.run({ ...background, signal: stop.signal });
	const until = async (condition: () => Promise<boolean>): Promise<void> =>
		void (await waitFor(patience(), async () => (await condition()) || undefined, 5));
	const phaseOf = async (id: string) => (await state.find(VolumeStatus.pointer(id)))?.spec.phase;

	await until(async () => (await phaseOf('META')) === 'waiting' && (await phaseOf('STATE')) === 'ready');
	assert.equal(await phaseOf('EPHEMERAL'), undefined, 'EPHEMERAL needs a configuration');

	await state.create(MachineConfig.resource('v1alpha1', 'machine:\n    type: worker\ncluster: {}\n'));
	const need = (volumeID: string) => ({ id: `service/etcd-${volumeID}`, volumeID, requester: 'service/etcd' });
	await mountVolume(patience(), state, { id: 'EPHEMERAL', volumeID: 'EPHEMERAL', requester: 'sequencer', secure: true });
	for (const volume of ['/var/lib', 'ETCD', '/var/run']) await mountVolume(patience(), state, need(volume), 'service');

	assert.deepEqual((await state.get(VolumeConfig.pointer('ETCD'))).metadata.labels, { 'talos.dev/system-volume': '' });
	assert.equal((await state.get(MountRequest.pointer('EPHEMERAL'))).spec.secure, true);
	assert.equal((await state.get(MountStatus.pointer('ETCD'))).spec.target, '/var/lib/etcd');
	assert.equal((await state.get(VolumeMountStatus.pointer('service/etcd-ETCD'))).spec.target, '/var/lib/etcd');
	const etcd = await lstat(join(root, 'var/lib/etcd'));
	assert.deepEqual([etcd.isDirectory(), etcd.mode & 0o777, etcd.uid, etcd.gid], [true, 0o700, 60, 60]);
	assert.equal(await readlink(join(root, 'var/run')), '/run');
	assert.ok((await state.get(MountStatus.pointer('/var/lib'))).metadata.finalizers.includes('block.MountController-ETCD'));

	await releaseVolume(state, 'service/etcd-ETCD', 'service');
	await until(async () => (await state.find(MountStatus.pointer('ETCD'))) === undefined);
	await until(async () => !(await state.get(MountStatus.pointer('/var/lib'))).metadata.finalizers.includes('block.MountController-ETCD'));
	await until(async () => (await state.find(VolumeMountRequest.pointer('service/etcd-ETCD'))) === undefined);
	await mountVolume(patience(), state, need('ETCD'), 'service');
});
