import { NodeTaintSpecSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** A taint that the node of this machine is to have. */
export const NodeTaintSpec = defineResource({
	type: 'NodeTaintSpecs.k8s.talos.dev',
	namespace: 'k8s',
	printColumns: [
		{ name: 'Effect', jsonPath: '{.effect}' },
		{ name: 'Value', jsonPath: '{.value}' },
	],
	sensitive: true,
	codec: specCodec(NodeTaintSpecSpecSchema, {
		key: text,
		effect: text,
		value: text,
	}),
});

export type NodeTaintSpecSpec = SpecOf<typeof NodeTaintSpec>;
