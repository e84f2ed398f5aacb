import { MountRequestSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { flag, list, named, optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** How a volume is to be mounted, and for whom. */
export const mountRequest = {
	volumeID: text,
	/** The mount that this one is below. */
	parentID: named('parentMountId', text),
	readOnly: flag,
	detached: flag,
	disableAccessTime: optional(flag),
	secure: optional(flag),
	requesters: list(text),
	/** The ids of their requests. */
	requesterIDs: list(text),
};

/** Somebody needs a volume to be mounted; the id is the volume's. */
export const MountRequest = defineResource({
	type: 'MountRequests.block.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Volume', jsonPath: '{.volumeID}' },
		{ name: 'Parent', jsonPath: '{.parentID}' },
		{ name: 'Requesters', jsonPath: '{.requesters}' },
	],
	codec: specCodec(MountRequestSpecSchema, mountRequest),
});

export type MountRequestSpec = SpecOf<typeof MountRequest>;
