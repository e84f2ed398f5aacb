// Generated from model/network/kube-span-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Prefix } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Connects all machines of the cluster with encrypted WireGuard tunnels, wherever they stand.
 * They find each other through cluster discovery, which must be on. Takes the place of `machine.network.kubespan`; with
 * both, the configuration is refused.
 */
export interface KubeSpanConfig extends DocumentMeta {
	/**
	 * Builds the tunnels.
	 * @default false
	 */
	readonly enabled?: boolean;
	/**
	 * Routes traffic between pods through the tunnels itself.
	 * `false` leaves it to the pod network, whose encapsulated packets then take the tunnels.
	 * @default false
	 */
	readonly advertiseKubernetesNetworks?: boolean;
	/**
	 * Sends traffic for a machine outside the tunnels while the tunnel to it is down.
	 * It keeps nodes of one network talking, without encryption.
	 * @default false
	 */
	readonly allowDownPeerBypass?: boolean;
	/**
	 * Tells others about addresses at which machines have been seen.
	 * Helps behind address translation, and costs a lot of discovery traffic beyond some fifty machines.
	 * @default false
	 */
	readonly harvestExtraEndpoints?: boolean;
	/**
	 * Largest packet in bytes within the tunnels, at least 1280.
	 * 80 less than the path between the machines carries.
	 * @default 1420
	 */
	readonly mtu?: number;
	/** Which addresses and networks this machine makes known. */
	readonly filters?: KubeSpanFilters;
}

/** Which addresses and networks a machine makes known to others. */
export interface KubeSpanFilters {
	/**
	 * Networks from which the tunnel's endpoint addresses may be; `!` in front excludes one.
	 * Absent, all of the machine's addresses are announced, and others try them in turns.
	 */
	readonly endpoints?: readonly string[];
	/**
	 * Networks that are not announced as reachable through the tunnel.
	 * Others then need another way to them.
	 */
	readonly excludeAdvertisedNetworks?: readonly Prefix[];
}

export const kubeSpanFiltersSchema: StructSchema = {
	name: 'network.KubeSpanFiltersConfig',
	fields: [
		{ name: 'endpoints', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'excludeAdvertisedNetworks', type: { of: 'list', item: scalar.prefix }, omitEmpty: true },
	],
};

export const kubeSpanConfigSchema: StructSchema = {
	name: 'network.KubeSpanConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'advertiseKubernetesNetworks', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'allowDownPeerBypass', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'harvestExtraEndpoints', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'mtu', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'filters', type: { of: 'struct', struct: kubeSpanFiltersSchema }, nullable: true, omitEmpty: true },
	],
};
