import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Disk_DiskType as DiskType, StorageService } from '@ichor/api/storage';
import { BlockDevice, Disk, type DiskSpec, SystemDisk, systemDiskId } from '@ichor/machinery/resources';
import { type Channel, createClient, type Listener, listenUnix, openChannel, RpcServer } from '@ichor/rpc';
import { InMemoryState, State } from '@ichor/runtime';
import { storageApi } from './storage.ts';

let folder = '';
let server: RpcServer;
let listener: Listener;
let channel: Channel;
const state = new State(new InMemoryState());

before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ichor-storage-'));
	const socket = join(folder, 'machine.sock');
	server = new RpcServer().add(StorageService, storageApi(state));
	listener = await listenUnix(server.accept, socket);
	channel = openChannel(`unix:${socket}`);
});
after(async () => {
	channel.close();
	await listener.close();
	await server.close();
	await rm(folder, { recursive: true });
});

const disk = (more: Partial<DiskSpec>): DiskSpec => ({
	dev_path: '/dev/sda',
	size: 6 * 2 ** 30,
	pretty_size: '6.4 GB',
	io_size: 512,
	sector_size: 512,
	readonly: false,
	cdrom: false,
	...more,
});

test('a machine without disks has none, and every disk of another is told by what it is', async () => {
	const storage = createClient(StorageService, channel);
	assert.deepEqual((await storage.disks({})).messages[0]?.disks, []);

	await state.create(Disk.resource('sda', disk({ transport: 'sata', model: 'QEMU HARDDISK' })));
	await state.create(Disk.resource('sdb', disk({ transport: 'sata', rotational: true, readonly: true })));
	await state.create(Disk.resource('sr0', disk({ transport: 'sata', cdrom: true })));
	await state.create(Disk.resource('nvme0n1', disk({ transport: 'nvme' })));
	await state.create(Disk.resource('vda', disk({})));
	await state.create(SystemDisk.resource(systemDiskId, { diskID: 'sda', devPath: '/dev/sda' }));
	const [answer] = (await storage.disks({})).messages;
	const told = new Map(answer?.disks.map((one) => [one.deviceName, one]));
	assert.deepEqual(
		new Map([...told].map(([name, { type }]) => [name, type])),
		new Map([
			['/dev/nvme0n1', DiskType.NVME],
			['/dev/sda', DiskType.SSD],
			['/dev/sdb', DiskType.HDD],
			['/dev/sr0', DiskType.CD],
			['/dev/vda', DiskType.UNKNOWN],
		]),
	);
	assert.deepEqual(
		[...told.values()].filter(({ systemDisk }) => systemDisk).map(({ deviceName, size, model }) => ({ deviceName, size, model })),
		[{ deviceName: '/dev/sda', size: 6_442_450_944n, model: 'QEMU HARDDISK' }],
	);
	assert.equal(told.get('/dev/sdb')?.readonly, true);
});

test('nothing says that it was wiped and was not', async () => {
	const storage = createClient(StorageService, channel);
	await assert.rejects(storage.blockDeviceWipe({ devices: [{ device: 'sdz' }] }), {
		code: 'not-found',
		message: /blockdevice "sdz" not found/,
	});
	await state.create(
		BlockDevice.resource('sdc', { type: 'disk', major: 8, minor: 32, devicePath: '/devices/virtual/block/sdc', generation: 1 }),
	);
	await assert.rejects(storage.blockDeviceWipe({ devices: [{ device: 'sdc' }] }), { code: 'unimplemented' });
});
