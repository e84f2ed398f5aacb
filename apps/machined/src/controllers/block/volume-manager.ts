import {
	DiscoveryRefreshRequest,
	discoveryRefreshId,
	VolumeConfig,
	type VolumeConfigSpec,
	VolumeLifecycle,
	VolumeStatus,
	type VolumeStatusSpec,
	volumeLifecycleId,
} from '@ichor/machinery/resources';
import { type Controller, type ControllerRuntime, reconciling, withSpec } from '@ichor/runtime';
import { publish } from '../publish.ts';

const name = 'block.VolumeManagerController';

/**
 * How far the volumes are. Directories and links are ready as soon as they are wanted: mounting makes them. In a
 * container there are no disks, so that what is to be on one waits.
 */
export const volumeManagerController: Controller = reconciling({
	name,
	inputs: [
		{ ...VolumeConfig.kind, kind: 'strong' },
		{ ...VolumeStatus.kind, kind: 'destroyReady' },
		{ ...VolumeLifecycle.kind, id: volumeLifecycleId, kind: 'strong' },
	],
	outputs: [
		{ type: VolumeStatus.type, kind: 'exclusive' },
		{ type: DiscoveryRefreshRequest.type, kind: 'exclusive' },
	],
	async reconcile(_, runtime) {
		const lifecycle = await runtime.find(VolumeLifecycle.pointer(volumeLifecycleId));
		if (lifecycle?.metadata.phase === 'running') await runtime.addFinalizer(lifecycle.metadata, name);
		await publish(runtime, DiscoveryRefreshRequest, discoveryRefreshId, { request: 1 });
		for (const { metadata, spec } of await runtime.list(VolumeConfig.kind)) {
			if (metadata.phase === 'tearingDown') {
				if (await removed(runtime, metadata.id)) await runtime.removeFinalizer(metadata, name);
				continue;
			}
			await runtime.addFinalizer(metadata, name);
			const status = statusOf(spec);
			const empty = VolumeStatus.resource(metadata.id, status, { labels: metadata.labels });
			await runtime.modify(empty, (current) => withSpec(current, status));
		}
		const settled = (await runtime.list(VolumeStatus.kind)).length === 0;
		if (lifecycle?.metadata.phase === 'tearingDown' && settled) await runtime.removeFinalizer(lifecycle.metadata, name);
	},
});

function statusOf({ type, parentId, mount, symlink }: VolumeConfigSpec): VolumeStatusSpec {
	return {
		phase: type === 'partition' || type === 'disk' ? 'waiting' : 'ready',
		type,
		...(parentId === undefined ? {} : { parentID: parentId }),
		...(mount === undefined ? {} : { mountSpec: mount }),
		...(symlink === undefined ? {} : { symlink }),
	};
}

/** Whether the status of a volume is gone; it stays while the volume is mounted. */
async function removed(runtime: ControllerRuntime, id: string): Promise<boolean> {
	const pointer = VolumeStatus.pointer(id);
	if ((await runtime.find(pointer)) === undefined) return true;
	if (!(await runtime.teardown(pointer))) return false;
	await runtime.destroy(pointer);
	return true;
}
