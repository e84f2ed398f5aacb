import type { TalosServices } from '@ichor/client/api';
import type { ResourceType } from '@ichor/runtime';
import { type Context, RoomError } from '@ichor/std';

/** A resource of a node, with the version that it has there; undefined when the node has none of that name. */
export async function nodeResource<Spec>(
	{ signal }: Context,
	{ state }: TalosServices,
	type: ResourceType<Spec>,
	id: string,
): Promise<{ readonly spec: Spec; readonly version: string } | undefined> {
	try {
		const { resource } = await state.get(type.pointer(id), { signal });
		if (resource === undefined) return undefined;
		return { spec: type.codec.decode(resource.spec?.protoSpec ?? new Uint8Array()), version: resource.metadata?.version ?? '' };
	} catch (error) {
		if (error instanceof RoomError && error.code === 'not-found') return undefined;
		throw error;
	}
}
