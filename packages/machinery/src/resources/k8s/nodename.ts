import { NodenameSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The name of this machine as a node. */
export const Nodename = defineResource({
	type: 'Nodenames.kubernetes.talos.dev',
	namespace: 'k8s',
	printColumns: [{ name: 'Nodename', jsonPath: '{.nodename}' }],
	codec: specCodec(NodenameSpecSchema, {
		nodename: text,
		hostnameVersion: text,
		skipNodeRegistration: flag,
	}),
});

export type NodenameSpec = SpecOf<typeof Nodename>;

export const nodenameId = 'nodename';
