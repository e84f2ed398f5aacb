import { MemberSpecSchema } from '@ichor/api/resource/definitions/cluster';
import { defineResource } from '@ichor/runtime';
import { machineTypeField } from '../machine-type.ts';
import { address, list, optional, record, type SpecOf, specCodec, text } from '../spec/index.ts';
import { controlPlane } from './affiliate.ts';

/** A machine of the cluster; its id is its name as a node of Kubernetes. */
export const Member = defineResource({
	type: 'Members.cluster.talos.dev',
	namespace: 'cluster',
	printColumns: [
		{ name: 'Hostname', jsonPath: '{.hostname}' },
		{ name: 'Machine Type', jsonPath: '{.machineType}' },
		{ name: 'OS', jsonPath: '{.operatingSystem}' },
		{ name: 'Addresses', jsonPath: '{.addresses}' },
	],
	codec: specCodec(MemberSpecSchema, {
		nodeId: text,
		addresses: list(address),
		hostname: text,
		machineType: machineTypeField,
		operatingSystem: text,
		controlPlane: optional(record(controlPlane)),
	}),
});

export type MemberSpec = SpecOf<typeof Member>;
