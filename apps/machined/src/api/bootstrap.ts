import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { MachineService } from '@ichor/api/machine';
import { TimeStatus, timeStatusId } from '@ichor/machinery/resources';
import { type Handlers, RpcError } from '@ichor/rpc';
import type { Machine } from '../machine.ts';
import { paths } from '../paths.ts';
import { restoreEtcd } from '../services/etcd-restore.ts';
import { requireControlPlane } from './control-plane.ts';

/** How a cluster's etcd begins: empty, or with what a snapshot holds. */
export function bootstrapApi(machine: Machine): Handlers<typeof MachineService> {
	const { etcd, services, context, state } = machine;
	let busy = false;
	return {
		async bootstrap({ recoverEtcd, recoverSkipHashCheck }, { signal }) {
			context.log('info', 'bootstrap request received');
			const service = services.find('etcd');
			if (services.find('cri')?.up !== true) throw new RpcError('failed-precondition', 'bootstrap is not available yet');
			await requireControlPlane(state, 'bootstrap');
			if ((await state.find(TimeStatus.pointer(timeStatusId)))?.spec.synced !== true) {
				throw new RpcError('failed-precondition', 'time is not in sync yet');
			}
			if (etcd.hasData) throw new RpcError('already-exists', 'etcd data directory is not empty');
			if (service === undefined) throw new RpcError('failed-precondition', 'bootstrap is not available yet');
			if (busy) throw new RpcError('failed-precondition', 'another bootstrap is under way');
			busy = true;
			try {
				if (recoverEtcd) await restoreEtcd({ ...context, signal }, state, recoverSkipHashCheck);
				await service.stop('Bootstrap requested');
				etcd.bootstrapRequested = true;
				service.start(context);
				return { messages: [{}] };
			} finally {
				busy = false;
			}
		},
		async etcdRecover(requests) {
			await requireControlPlane(state, 'etcd recover');
			if (services.find('cri')?.up !== true) throw new RpcError('failed-precondition', 'etcd service is not ready for recovery yet');
			const partial = `${paths.etcdSnapshot}.partial`;
			try {
				await pipeline(bytesOf(requests), createWriteStream(partial, { mode: 0o600, flush: true }));
				await rename(partial, paths.etcdSnapshot);
			} finally {
				// there only when the upload broke off
				await rm(partial, { force: true });
			}
			return { messages: [{}] };
		},
	};
}

async function* bytesOf(requests: AsyncIterable<{ readonly bytes: Uint8Array }>): AsyncGenerator<Uint8Array> {
	for await (const { bytes } of requests) yield bytes;
}
