import { SymlinkSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { list, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The links in /dev/disk that lead to a block device; the id is the device. */
export const BlockSymlink = defineResource({
	type: 'BlockSymlinks.block.talos.dev',
	namespace: 'runtime',
	codec: specCodec(SymlinkSpecSchema, {
		paths: list(text),
	}),
});

export type BlockSymlinkSpec = SpecOf<typeof BlockSymlink>;
