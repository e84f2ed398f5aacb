import {
	MountRequest,
	type MountRequestSpec,
	VolumeMountRequest,
	type VolumeMountRequestSpec,
	VolumeStatus,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** What everybody who needs a volume asks for, as one request: as free as any of them needs it, as strict as any wants it. */
export const mountRequestController: Controller = reconciling({
	name: 'block.MountRequestController',
	inputs: [
		{ ...VolumeMountRequest.kind, kind: 'weak' },
		{ ...VolumeStatus.kind, kind: 'weak' },
		{ ...MountRequest.kind, kind: 'destroyReady' },
	],
	outputs: [{ type: MountRequest.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const volumes = (await runtime.list(VolumeStatus.kind)).filter(
			({ metadata, spec }) => metadata.phase === 'running' && spec.phase === 'ready',
		);
		const parents = new Map(volumes.map(({ metadata, spec }) => [metadata.id, spec.mountSpec?.parentId ?? '']));
		const wanted = new Map<string, MountRequestSpec>();
		for (const { metadata, spec } of await runtime.list(VolumeMountRequest.kind)) {
			const parentID = parents.get(spec.volumeID);
			if (metadata.phase !== 'running' || parentID === undefined) continue;
			wanted.set(spec.volumeID, joined(wanted.get(spec.volumeID), spec, metadata.id, parentID));
		}
		for (const { metadata } of await runtime.list(MountRequest.kind)) {
			if (metadata.phase === 'running' && wanted.has(metadata.id)) continue;
			// one that is still being torn down keeps its successor waiting
			if (await runtime.teardown(metadata)) await runtime.destroy(metadata);
			else wanted.delete(metadata.id);
		}
		for (const [id, spec] of wanted) await publish(runtime, MountRequest, id, spec);
	},
});

function joined(before: MountRequestSpec | undefined, request: VolumeMountRequestSpec, id: string, parentID: string): MountRequestSpec {
	const { volumeID, requester, readOnly, detached, disableAccessTime, secure } = request;
	return {
		volumeID,
		parentID,
		readOnly: readOnly && before?.readOnly !== false,
		detached: detached && before?.detached !== false,
		...(disableAccessTime || before?.disableAccessTime ? { disableAccessTime: true } : {}),
		...(secure || before?.secure ? { secure: true } : {}),
		requesters: [...(before?.requesters ?? []), requester],
		requesterIDs: [...(before?.requesterIDs ?? []), id],
	};
}
