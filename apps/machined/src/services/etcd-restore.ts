import { chown, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Container, ContainerdConnection, Images } from '@ichor/containerd';
import { EtcdSpec, etcdSpecId } from '@ichor/machinery/resources';
import type { State } from '@ichor/runtime';
import { type Context, withTimeout } from '@ichor/std';
import { paths } from '../paths.ts';
import { etcdUser } from '../users.ts';
import { etcdPeerPort, etcdUrl } from './etcd-arguments.ts';
import { etcdSpecification } from './etcd-container.ts';
import { checkSnapshot, SnapshotError } from './etcd-snapshot.ts';

/**
 * Makes etcd's data out of the snapshot that was uploaded, as the first member of a new cluster. etcd's own etcdutl does
 * it, beside where the data will be; it is moved there when it is whole, and the snapshot goes.
 *
 * @throws SnapshotError when the snapshot cannot be used; nothing has changed then
 */
export async function restoreEtcd(context: Context, state: State, skipHashCheck: boolean): Promise<void> {
	await checkSnapshot(paths.etcdSnapshot, skipHashCheck);
	const { spec } = await state.get(EtcdSpec.pointer(etcdSpecId));
	const connection = new ContainerdConnection(paths.cri, 'system');
	const image = await new Images(connection).pull(context, spec.image, paths.registryHosts);
	await rm(restored, { recursive: true, force: true });
	await mkdir(paths.etcdData, { recursive: true, mode: 0o700 });
	await chown(paths.etcdData, etcdUser, etcdUser);
	await chown(paths.etcdSnapshot, etcdUser, etcdUser);
	const urls = spec.advertisedAddresses.map((address) => etcdUrl(address, etcdPeerPort));
	const command = [
		etcdutl,
		'snapshot',
		'restore',
		paths.etcdSnapshot,
		`--data-dir=${restored}`,
		`--name=${spec.name}`,
		`--initial-advertise-peer-urls=${urls.join(',')}`,
		`--initial-cluster=${urls.map((url) => `${spec.name}=${url}`).join(',')}`,
		`--skip-hash-check=${skipHashCheck}`,
	];
	const limit = withTimeout(context, restoreTime);
	const log = join(paths.logs, 'etcd-restore.log');
	await rm(log, { force: true });
	const container = await Container.start(limit, connection, {
		id: 'etcd-restore',
		specification: etcdSpecification(image, command, [paths.etcdSnapshot]),
		root: { image },
		log,
	});
	try {
		const { status } = await container.wait(limit);
		if (status !== 0) throw new SnapshotError('failed-precondition', `the snapshot cannot be used: ${await lastWords(log)}`);
		await rename(join(restored, 'member'), join(paths.etcdData, 'member'));
		await rm(paths.etcdSnapshot, { force: true });
		context.log('info', 'recovered etcd from the snapshot');
	} finally {
		await container.remove({ ...context, signal: new AbortController().signal });
		await rm(restored, { recursive: true, force: true });
		connection.close();
	}
}

/** On the file system of the data, so that it can be moved there at once. */
const restored = join(paths.etcdData, '.restored');
/** Where upstream's image has it. */
const etcdutl = '/usr/local/bin/etcdutl';
/** Milliseconds for a large database on a slow disk. */
const restoreTime = 10 * 60_000;

async function lastWords(log: string): Promise<string> {
	const text = await readFile(log, 'utf8').catch(() => '');
	const lines = text.split('\n').filter((line) => line !== '');
	return (lines.findLast((line) => line.startsWith('Error: ')) ?? lines.at(-1) ?? 'etcdutl said nothing').replace(/^Error: /, '');
}
