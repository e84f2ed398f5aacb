import { VolumeMountRequest, VolumeMountStatus } from '@ichor/machinery/resources';
import { isNotFound, type State } from '@ichor/runtime';
import { type Context, waitFor } from '@ichor/std';

/** Somebody's need of a volume. */
export interface VolumeNeed {
	/** Of the request and of its answer. */
	readonly id: string;
	readonly volumeID: string;
	readonly requester: string;
	/** Neither devices nor programs of other users' count there. */
	readonly secure?: boolean;
}

/** Asks for a volume and waits until it is mounted; with a finalizer it stays so until that is taken away. */
export async function mountVolume(context: Context, state: State, need: VolumeNeed, finalizer?: string): Promise<void> {
	const { id, volumeID, requester, secure = false } = need;
	const spec = { volumeID, requester, readOnly: false, detached: false, disableAccessTime: false, secure };
	await state.modify(VolumeMountRequest.resource(id, spec), (current) => current);
	await waitFor(context, async () => {
		const status = await state.find(VolumeMountStatus.pointer(id));
		return status?.metadata.phase === 'running' || undefined;
	});
	if (finalizer !== undefined) await state.addFinalizer(VolumeMountStatus.pointer(id), finalizer);
}

/** Lets go of a volume; nothing happens when it was not asked for. */
export async function releaseVolume(state: State, id: string, finalizer: string): Promise<void> {
	const quietly = (error: unknown): void => {
		if (!isNotFound(error)) throw error;
	};
	await state.removeFinalizer(VolumeMountStatus.pointer(id), finalizer).catch(quietly);
	await state.destroy(VolumeMountRequest.pointer(id)).catch(quietly);
}
