import { MountStatus, type MountStatusSpec, VolumeMountStatus, type VolumeMountStatusSpec } from '@ichor/machinery/resources';
import { type Controller, type ControllerRuntime, labelEqual, type Metadata, reconciling, withSpec } from '@ichor/runtime';

const name = 'block.MountStatusController';

/** Tells each of those who have asked for a volume that it is mounted. A volume stays mounted until all have let go of it. */
export const mountStatusController: Controller = reconciling({
	name,
	inputs: [
		{ ...MountStatus.kind, kind: 'strong' },
		{ ...VolumeMountStatus.kind, kind: 'destroyReady' },
	],
	outputs: [{ type: VolumeMountStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		for (const { metadata, spec } of await runtime.list(MountStatus.kind)) {
			const running = metadata.phase === 'running';
			if (running) await runtime.addFinalizer(metadata, name);
			const left = await withdraw(runtime, metadata, running ? spec.spec.requesterIDs : []);
			if (!running) {
				if (left.length === 0) await runtime.removeFinalizer(metadata, name);
				continue;
			}
			for (const [index, id] of spec.spec.requesterIDs.entries()) {
				// one that its user still holds comes again when it is let go of
				if (!left.includes(id)) await tell(runtime, metadata.id, id, statusFor(spec, spec.spec.requesters[index] ?? ''));
			}
		}
	},
});

/** Ends what was told to those who do not ask any more. Returns the ids of those that still hold it. */
async function withdraw(runtime: ControllerRuntime, mount: Metadata, asking: readonly string[]): Promise<readonly string[]> {
	const left: string[] = [];
	const told = await runtime.list(VolumeMountStatus.kind, { labels: [[labelEqual(mountLabel, mount.id)]] });
	for (const { metadata } of told) {
		if (metadata.phase === 'running' && asking.includes(metadata.id)) continue;
		if (await runtime.teardown(metadata)) await runtime.destroy(metadata);
		else left.push(metadata.id);
	}
	return left;
}

async function tell(runtime: ControllerRuntime, mount: string, id: string, spec: VolumeMountStatusSpec): Promise<void> {
	const empty = VolumeMountStatus.resource(id, spec, { labels: { [mountLabel]: mount } });
	await runtime.modify(empty, (current) => withSpec(current, spec));
}

function statusFor({ spec, target, detached }: MountStatusSpec, requester: string): VolumeMountStatusSpec {
	const { volumeID, readOnly, disableAccessTime = false, secure = false } = spec;
	return { volumeID, requester, target, readOnly, detached, disableAccessTime, secure };
}

/** Which mount somebody was told of. */
const mountLabel = 'mount-status-id';
