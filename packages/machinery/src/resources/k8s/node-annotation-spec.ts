import { NodeAnnotationSpecSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** An annotation that the node of this machine is to have. */
export const NodeAnnotationSpec = defineResource({
	type: 'NodeAnnotationSpecs.k8s.talos.dev',
	namespace: 'k8s',
	printColumns: [{ name: 'Value', jsonPath: '{.value}' }],
	sensitive: true,
	codec: specCodec(NodeAnnotationSpecSpecSchema, {
		key: text,
		value: text,
	}),
});

export type NodeAnnotationSpecSpec = SpecOf<typeof NodeAnnotationSpec>;
