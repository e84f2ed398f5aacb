import { MemberSpecSchema } from '@ichor/api/resource/definitions/cluster';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { addressMessage, addressText } from '../address.ts';
import { messageCodec } from '../codec.ts';
import { type MachineTypeName, machineTypeName, machineTypeNumber } from '../machine-type.ts';
import type { ControlPlane } from './affiliate.ts';

/** A machine of the cluster; its id is its name as a node of Kubernetes. */
export interface MemberSpec {
	readonly nodeId: string;
	readonly addresses: readonly string[];
	readonly hostname: string;
	readonly machineType: MachineTypeName;
	readonly operatingSystem: string;
	readonly controlPlane?: ControlPlane;
}

export const Member: ResourceType<MemberSpec> = defineResource({
	type: 'Members.cluster.talos.dev',
	namespace: 'cluster',
	printColumns: [
		{ name: 'Hostname', jsonPath: '{.hostname}' },
		{ name: 'Machine Type', jsonPath: '{.machineType}' },
		{ name: 'OS', jsonPath: '{.operatingSystem}' },
		{ name: 'Addresses', jsonPath: '{.addresses}' },
	],
	codec: messageCodec(
		MemberSpecSchema,
		({ addresses, machineType, controlPlane, ...rest }) => ({
			...rest,
			addresses: addresses.map(addressMessage),
			machineType: machineTypeNumber(machineType),
			...(controlPlane === undefined ? {} : { controlPlane: { apiServerPort: BigInt(controlPlane.port) } }),
		}),
		(message) => ({
			nodeId: message.nodeId,
			addresses: message.addresses.map(addressText),
			hostname: message.hostname,
			machineType: machineTypeName(message.machineType),
			operatingSystem: message.operatingSystem,
			...(message.controlPlane === undefined ? {} : { controlPlane: { port: Number(message.controlPlane.apiServerPort) } }),
		}),
	),
});
