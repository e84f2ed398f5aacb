import { ConfigStatusSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Whether the configuration files of the control plane are where its pods read them. */
export const ConfigStatus = defineResource({
	type: 'ConfigStatuses.kubernetes.talos.dev',
	namespace: 'controlplane',
	printColumns: [
		{ name: 'Ready', jsonPath: '{.ready}' },
		{ name: 'Secrets Version', jsonPath: '{.version}' },
	],
	codec: specCodec(ConfigStatusSpecSchema, {
		ready: flag,
		version: text,
	}),
});

export type ConfigStatusSpec = SpecOf<typeof ConfigStatus>;

export const staticPodConfigStatusId = 'static-pods';
