import { AffiliateSpecSchema } from '@ichor/api/resource/definitions/cluster';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { addressMessage, addressText } from '../address.ts';
import { messageCodec } from '../codec.ts';
import { type MachineTypeName, machineTypeName, machineTypeNumber } from '../machine-type.ts';

/** What is known of a machine that says it belongs to the cluster; its id is the machine's. */
export interface AffiliateSpec {
	readonly nodeId: string;
	readonly addresses: readonly string[];
	readonly hostname: string;
	readonly nodename: string;
	readonly operatingSystem: string;
	readonly machineType: MachineTypeName;
	readonly controlPlane?: ControlPlane;
}

export interface ControlPlane {
	/** Of the Kubernetes API server. */
	readonly port: number;
}

export const Affiliate: ResourceType<AffiliateSpec> = defineResource({
	type: 'Affiliates.cluster.talos.dev',
	namespace: 'cluster',
	printColumns: [
		{ name: 'Hostname', jsonPath: '{.hostname}' },
		{ name: 'Machine Type', jsonPath: '{.machineType}' },
		{ name: 'Addresses', jsonPath: '{.addresses}' },
	],
	codec: messageCodec(
		AffiliateSpecSchema,
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
			nodename: message.nodename,
			operatingSystem: message.operatingSystem,
			machineType: machineTypeName(message.machineType),
			...(message.controlPlane === undefined ? {} : { controlPlane: { port: Number(message.controlPlane.apiServerPort) } }),
		}),
	),
});

/** Where affiliates are put as their sources tell them, before they are merged. */
export const rawAffiliateNamespace = 'cluster-raw';
