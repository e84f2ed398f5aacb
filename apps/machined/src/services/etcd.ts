import { chown, mkdir } from 'node:fs/promises';
import { ContainerdConnection, Images, type PulledImage } from '@ichor/containerd';
import { EtcdSpec, type EtcdSpecSpec, etcdSpecId, PkiStatus, pkiStatusId } from '@ichor/machinery/resources';
import { hasRpcCode } from '@ichor/rpc';
import type { State } from '@ichor/runtime';
import { type Context, messageOf, pause, waitFor, withTimeout } from '@ichor/std';
import { paths } from '../paths.ts';
import { ContainerRunner } from './container-runner.ts';
import { type EtcdStart, etcdArguments, etcdPeerPort, etcdUrl, etcdUser } from './etcd-arguments.ts';
import type { EtcdControl } from './etcd-control.ts';
import type { Runner, Service } from './service.ts';

/** etcd itself, from its image: on its own data, as the first of a cluster when asked for, or as one more member of one that is there. */
export function etcd(state: State, control: EtcdControl): Service {
	return {
		id: 'etcd',
		dependsOn: ['cri'],
		conditions: [
			{
				what: 'etcd spec',
				async met(context) {
					await waitFor(context, async () => await state.find(EtcdSpec.pointer(etcdSpecId)), 200);
				},
			},
			{
				what: 'etcd certificates',
				async met(context) {
					await waitFor(context, async () => await state.find(PkiStatus.pointer(pkiStatusId)), 200);
				},
			},
		],
		async prepare(context) {
			const { spec } = await state.get(EtcdSpec.pointer(etcdSpecId));
			const connection = new ContainerdConnection(paths.cri, 'system');
			const image = await new Images(connection).pull(context, spec.image, paths.registryHosts);
			for (const folder of [paths.etcdData, paths.etcdPki]) {
				await mkdir(folder, { recursive: true, mode: 0o700 });
				await chown(folder, etcdUser, etcdUser);
			}
			const start = await decide(context, spec, control);
			const root = { image };
			const runner = new ContainerRunner(connection, {
				id: 'etcd',
				specification: specificationOf(image, etcdArguments(spec, start)),
				root,
			});
			return promoting(runner, control);
		},
		health: {
			async check(context) {
				const healthy = await control.withLocalClient(async (client) => await client.healthy(context));
				if (!healthy) throw new Error('etcd does not answer');
			},
			initialDelay: 1000,
			period: 20_000,
			timeout: 15_000,
		},
	};
}

async function decide(context: Context, spec: EtcdSpecSpec, control: EtcdControl): Promise<EtcdStart> {
	if (control.hasData) return 'data';
	const own = etcdUrl(spec.advertisedAddresses[0] ?? '127.0.0.1', etcdPeerPort);
	if (control.bootstrapRequested) return { state: 'new', cluster: `${spec.name}=${own}` };
	context.log(
		'info',
		'etcd is waiting to join the cluster, if this node is the first node in the cluster, please run `talosctl bootstrap` against one of the following IPs:',
	);
	context.log('info', `[${spec.advertisedAddresses.join(' ')}]`);
	return await join(context, spec, own, control);
}

/** Adds this machine to the cluster that the others have, as soon as they have one. */
async function join(context: Context, spec: EtcdSpecSpec, own: string, control: EtcdControl): Promise<EtcdStart> {
	for (;;) {
		try {
			const members = await control.withOtherMembers(async (client) => {
				const known = await client.members(withTimeout(context, callTime));
				const mine = known.find(({ name, peerURLs }) => name === spec.name || (name === '' && peerURLs.includes(own)));
				// an earlier life of this machine: its data is gone, so the member never comes back
				if (mine !== undefined && !mine.peerURLs.includes(own)) await client.remove(withTimeout(context, callTime), mine.ID);
				else if (mine !== undefined && mine.name !== '') await client.remove(withTimeout(context, callTime), mine.ID);
				else if (mine !== undefined) return known;
				return (await client.addLearner(withTimeout(context, callTime), [own])).members;
			});
			const cluster = members.flatMap(({ name, peerURLs }) => peerURLs.map((url) => `${name === '' ? spec.name : name}=${url}`));
			return { state: 'existing', cluster: cluster.join(',') };
		} catch (error) {
			context.signal.throwIfAborted();
			if (!hasRpcCode(error, 'unavailable', 'deadline-exceeded')) context.log('info', 'etcd cannot join yet', { error: messageOf(error) });
			await pause(context, joinPause);
		}
	}
}

/** A runner that makes a voter of a learner once it has caught up. */
function promoting(runner: Runner, control: EtcdControl): Runner {
	const stopped = new AbortController();
	return {
		async start(context) {
			const message = await runner.start(context);
			void promote({ ...context, signal: AbortSignal.any([context.signal, stopped.signal]) }, control).catch((error: unknown) => {
				if (!stopped.signal.aborted) context.log('warn', 'etcd stays a learner', { error: messageOf(error) });
			});
			return message;
		},
		async ended() {
			return await runner.ended();
		},
		async stop(context) {
			stopped.abort();
			await runner.stop(context);
		},
	};
}

/** Until this machine's member votes. Asked at every start: a machine may have gone down as a learner. */
async function promote(context: Context, control: EtcdControl): Promise<void> {
	const limit = withTimeout(context, promoteTime);
	await waitFor(
		limit,
		async () => {
			try {
				const { header, isLearner } = await control.withLocalClient(async (client) => await client.status(withTimeout(limit, callTime)));
				if (!isLearner) return true;
				await control.withOtherMembers(async (client) => await client.promote(withTimeout(limit, callTime), header?.memberId ?? 0n));
				context.log('info', 'successfully promoted etcd member');
				return true;
			} catch {
				// not in sync yet, or nobody answers
				return undefined;
			}
		},
		joinPause,
	);
}

/** Milliseconds for a call, between two tries (upstream: 3 s), and for a learner to catch up (upstream: 10 minutes). */
const callTime = 10_000;
const joinPause = 1000;
const promoteTime = 10 * 60_000;

function specificationOf(image: PulledImage, args: readonly string[]): object {
	const bind = (path: string, mode: 'ro' | 'rw') => ({ destination: path, type: 'bind', source: path, options: ['rbind', mode] });
	return {
		ociVersion: '1.2.0',
		root: { path: 'rootfs', readonly: true },
		process: {
			cwd: '/',
			user: { uid: etcdUser, gid: etcdUser },
			args: [...image.entrypoint, ...args],
			env: [...image.environment],
			capabilities: { bounding: [], effective: [], permitted: [] },
			noNewPrivileges: true,
		},
		mounts: [
			{ destination: '/proc', type: 'proc', source: 'proc' },
			{ destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'strictatime', 'mode=755', 'size=65536k'] },
			bind(paths.etcdPki, 'ro'),
			bind(paths.etcdData, 'rw'),
		],
		linux: {
			cgroupsPath: '/podruntime/etcd',
			namespaces: [{ type: 'pid' }, { type: 'ipc' }, { type: 'mount' }],
			resources: { devices: [{ allow: false, access: 'rwm' }] },
		},
	};
}
