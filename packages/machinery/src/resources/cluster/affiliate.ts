import { AffiliateSpecSchema } from '@ichor/api/resource/definitions/cluster';
import { defineResource } from '@ichor/runtime';
import { machineTypeField } from '../machine-type.ts';
import { address, addressPort, list, named, optional, prefix, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** What a machine is besides, when it is a control plane. */
export const controlPlane = {
	/** Of the Kubernetes API server. */
	port: named('apiServerPort', whole),
};

/** How a machine is reached through WireGuard. */
const kubeSpan = {
	publicKey: text,
	address,
	additionalAddresses: list(prefix),
	endpoints: list(addressPort),
	excludeAdvertisedNetworks: list(prefix),
};

/** What is known of a machine that says it belongs to the cluster; its id is the machine's. */
export const Affiliate = defineResource({
	type: 'Affiliates.cluster.talos.dev',
	namespace: 'cluster',
	printColumns: [
		{ name: 'Hostname', jsonPath: '{.hostname}' },
		{ name: 'Machine Type', jsonPath: '{.machineType}' },
		{ name: 'Addresses', jsonPath: '{.addresses}' },
	],
	codec: specCodec(AffiliateSpecSchema, {
		nodeId: text,
		addresses: list(address),
		hostname: text,
		/** As a node of Kubernetes. */
		nodename: optional(text),
		operatingSystem: text,
		machineType: machineTypeField,
		kubespan: optional(record(kubeSpan)),
		controlPlane: optional(record(controlPlane)),
	}),
});

export type AffiliateSpec = SpecOf<typeof Affiliate>;

/** Where affiliates are put as their sources tell them, before they are merged. */
export const rawAffiliateNamespace = 'cluster-raw';
