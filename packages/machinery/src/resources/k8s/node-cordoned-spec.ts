import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec } from '../spec/index.ts';

/** No new pod is to be put on the node of this machine. */
export const NodeCordonedSpec = defineResource({
	type: 'NodeCordonedSpecs.k8s.talos.dev',
	namespace: 'k8s',
	sensitive: true,
	codec: specCodec(EmptySchema, {}),
});

export type NodeCordonedSpecSpec = SpecOf<typeof NodeCordonedSpec>;

export const nodeCordonedId = 'cordoned';
