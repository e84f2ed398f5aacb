import { SecretsStatusSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Whether the secrets of the control plane are where its pods read them. */
export const SecretStatus = defineResource({
	type: 'SecretStatuses.kubernetes.talos.dev',
	namespace: 'controlplane',
	printColumns: [
		{ name: 'Ready', jsonPath: '{.ready}' },
		{ name: 'Secrets Version', jsonPath: '{.version}' },
	],
	codec: specCodec(SecretsStatusSpecSchema, {
		ready: flag,
		version: text,
	}),
});

export type SecretStatusSpec = SpecOf<typeof SecretStatus>;

export const staticPodSecretsStatusId = 'static-pods';
