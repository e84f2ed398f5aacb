// Generated from model/network/bridge-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { HardwareAddr } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';
import { type CommonLink, linkAddressSchema, linkRouteSchema } from './common-link.gen.ts';

/** Connects several links like a switch would. */
export interface BridgeConfig extends DocumentMeta, CommonLink {
	/** Names the bridge. */
	readonly name?: string;
	/** MAC address of the bridge; absent, that of one of its links. */
	readonly hardwareAddr?: HardwareAddr;
	/**
	 * Links to connect, by name or alias.
	 * Their addresses belong on the bridge.
	 */
	readonly links?: readonly string[];
	/** Protection against loops. */
	readonly stp?: BridgeSTP;
	/** Separation of VLANs within the bridge. */
	readonly vlan?: BridgeVLAN;
}

/** Spanning tree protocol of a bridge. */
export interface BridgeSTP {
	/**
	 * Finds and cuts loops between bridges.
	 * A port then forwards only after some seconds.
	 * @default false
	 */
	readonly enabled?: boolean;
}

/** VLAN handling of a bridge. */
export interface BridgeVLAN {
	/**
	 * Keeps packets of different VLANs apart; otherwise tags are passed on unseen.
	 * @default false
	 */
	readonly filtering?: boolean;
}

export const bridgeSTPSchema: StructSchema = {
	name: 'network.BridgeSTPConfig',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const bridgeVLANSchema: StructSchema = {
	name: 'network.BridgeVLANConfig',
	fields: [
		{ name: 'filtering', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const bridgeConfigSchema: StructSchema = {
	name: 'network.BridgeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'hardwareAddr', type: scalar.hardwareAddr, omitEmpty: true },
		{ name: 'links', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'stp', type: { of: 'struct', struct: bridgeSTPSchema }, omitEmpty: true },
		{ name: 'vlan', type: { of: 'struct', struct: bridgeVLANSchema }, omitEmpty: true },
		{ name: 'up', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'addresses', type: { of: 'list', item: { of: 'struct', struct: linkAddressSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: linkRouteSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'multicast', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
	],
};
