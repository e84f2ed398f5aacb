import { NodeLabelSpecSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** A label that the node of this machine is to have. */
export const NodeLabelSpec = defineResource({
	type: 'NodeLabelSpecs.k8s.talos.dev',
	namespace: 'k8s',
	printColumns: [{ name: 'Value', jsonPath: '{.value}' }],
	sensitive: true,
	codec: specCodec(NodeLabelSpecSpecSchema, {
		key: text,
		value: text,
	}),
});

export type NodeLabelSpecSpec = SpecOf<typeof NodeLabelSpec>;
