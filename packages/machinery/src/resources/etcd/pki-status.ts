import { PKIStatusSpecSchema } from '@ichor/api/resource/definitions/etcd';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Whether the certificates of etcd are where it reads them. */
export const PkiStatus = defineResource({
	type: 'PKIStatuses.etcd.talos.dev',
	namespace: 'etcd',
	printColumns: [
		{ name: 'Ready', jsonPath: '{.ready}' },
		{ name: 'Secrets Version', jsonPath: '{.version}' },
	],
	codec: specCodec(PKIStatusSpecSchema, {
		ready: flag,
		/** Of the secrets that were written. */
		version: text,
	}),
});

export type PkiStatusSpec = SpecOf<typeof PkiStatus>;

export const pkiStatusId = 'etcd';
