import { chown, mkdir } from 'node:fs/promises';
import { ContainerdConnection, Images } from '@ichor/containerd';
import { EtcdSpec, type EtcdSpecSpec, etcdSpecId, PkiStatus, pkiStatusId } from '@ichor/machinery/resources';
import type { State } from '@ichor/runtime';
import { type Context, messageOf, waitFor, withTimeout } from '@ichor/std';
import { paths } from '../paths.ts';
import { etcdUser } from '../users.ts';
import { ContainerRunner } from './container-runner.ts';
import { type EtcdStart, etcdArguments, etcdPeerPort, etcdUrl } from './etcd-arguments.ts';
import { etcdSpecification } from './etcd-container.ts';
import type { EtcdControl } from './etcd-control.ts';
import { joinEtcd, promoteEtcd } from './etcd-join.ts';
import type { Runner, Service } from './service.ts';

/** etcd itself, from its image: on its own data, as the first of a cluster when asked for, or as one more member of one that is there. */
export function etcd(state: State, control: EtcdControl): Service {
	return {
		id: 'etcd',
		restartPause: joinAgain,
		volumes: ['/var/lib', 'ETCD'],
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
				specification: etcdSpecification(image, [...image.entrypoint, ...etcdArguments(spec, start)]),
				root,
			});
			return following(promoting(runner, control), state, spec);
		},
		health: {
			async check(context) {
				await control.withLocalClient(async (client) => {
					if (await client.healthy(withTimeout(context, readTime))) return;
					// a member answers for itself also without the others
					const status = await client.status(withTimeout(context, statusTime)).catch(() => undefined);
					if (status === undefined) throw new Error('etcd does not answer');
					throw new Error(
						status.leader === 0n ? 'etcd has lost its quorum: it has no leader' : 'etcd does not answer a read of its quorum',
					);
				});
			},
			initialDelay: 1000,
			period: healthPeriod,
			timeout: readTime + statusTime,
		},
	};
}

/**
 * Milliseconds between two looks (upstream: 20 s), for a read of the quorum and for a word of the member itself: a cause is
 * named within 30 s.
 */
const healthPeriod = 17_000;
const readTime = 9000;
const statusTime = 2000;

/** Milliseconds: of two machines that join at the same moment, one finds another cluster than it was told, and asks again. */
const joinAgain = 1000;

async function decide(context: Context, spec: EtcdSpecSpec, control: EtcdControl): Promise<EtcdStart> {
	if (control.hasData) return 'data';
	// of an attempt that failed
	await control.clearFolder();
	if (!control.bootstrapRequested) return await joinEtcd(context, spec, control);
	const own = spec.advertisedAddresses.map((address) => `${spec.name}=${etcdUrl(address, etcdPeerPort)}`);
	return { state: 'new', cluster: own.join(',') };
}

/** A runner that makes a voter of a learner once it has caught up. */
function promoting(runner: Runner, control: EtcdControl): Runner {
	const stopped = new AbortController();
	return {
		get pid() {
			return runner.pid;
		},
		async start(context) {
			const message = await runner.start(context);
			void promoteEtcd({ ...context, signal: AbortSignal.any([context.signal, stopped.signal]) }, control).catch((error: unknown) => {
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

/**
 * A runner that ends when this machine's address has changed: etcd's connections from the old one would hang for minutes,
 * and it tells its clients the address that it was started with.
 */
function following(runner: Runner, state: State, { advertisedAddresses }: EtcdSpecSpec): Runner {
	const stopped = new AbortController();
	const moved = async (): Promise<string> => {
		const context = { signal: stopped.signal, log: () => undefined, progress: () => undefined };
		await waitFor(
			context,
			async () => {
				const now = (await state.find(EtcdSpec.pointer(etcdSpecId)))?.spec.advertisedAddresses ?? advertisedAddresses;
				return now.join() === advertisedAddresses.join() ? undefined : true;
			},
			1000,
		);
		await runner.stop({ ...context, signal: new AbortController().signal });
		return 'the address of this machine has changed';
	};
	return {
		start: async (context) => await runner.start(context),
		// a stop that somebody asked for is not an end by itself
		ended: async () => await Promise.race([runner.ended(), moved().catch(async () => await new Promise<never>(() => undefined))]),
		async stop(context) {
			stopped.abort(new Error('stopped'));
			await runner.stop(context);
		},
	};
}
