import { PKIStatusSpecSchema } from '@ichor/api/resource/definitions/etcd';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** Whether the certificates of etcd are where it reads them. */
export interface PkiStatusSpec {
	readonly ready: boolean;
	/** Of the secrets that were written. */
	readonly version: string;
}

export const PkiStatus: ResourceType<PkiStatusSpec> = defineResource({
	type: 'PKIStatuses.etcd.talos.dev',
	namespace: 'etcd',
	printColumns: [
		{ name: 'Ready', jsonPath: '{.ready}' },
		{ name: 'Secrets Version', jsonPath: '{.version}' },
	],
	codec: messageCodec(
		PKIStatusSpecSchema,
		(spec) => spec,
		({ ready, version }) => ({ ready, version }),
	),
});

export const pkiStatusId = 'etcd';
